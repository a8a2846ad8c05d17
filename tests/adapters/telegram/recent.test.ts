import { expect, it } from 'vitest';
import { rememberRecent } from '../../../adapters/telegram/recent.ts';

it('remembers as many numbers as it is told, and forgets the oldest', () => {
  const isRepeated = rememberRecent(2);
  expect([1, 2, 1, 3, 2, 1].map(isRepeated)).toEqual([false, false, true, false, true, false]);
});
