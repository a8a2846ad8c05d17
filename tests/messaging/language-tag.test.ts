import { expect, it } from 'vitest';
import { languageOfTag } from '../../src/messaging/index.ts';

it.each([
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['es-CO', 'es'],
  ['pt', 'es'],
  ['', 'es'],
  [undefined, 'es'],
])('answers %j in %s', (tag, language) => {
  expect(languageOfTag(tag)).toBe(language);
});
