import { expect, it } from 'vitest';
import { version } from '../src/version.ts';

it('is the version of the package', () => {
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});
