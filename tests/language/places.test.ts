import { describe, expect, it } from 'vitest';
import { foreignCountries, isPlace, words } from '../../src/language/index.ts';

const countries = (text: string): string[] => foreignCountries(words(text).map((word) => word.form));

describe('foreignCountries', () => {
  it.each([
    ['el plan de México', ['mexico']],
    ['¿Costa Rica y España?', ['españa', 'costa rica']],
    ['the plan of the United Kingdom', ['united kingdom']],
    ['el plan de Colombia', []],
    ['los vecinos de Armenia, Quindío', []],
    ['la costa es rica', []],
    ['en qué se usa el dinero', []],
  ])('finds those of «%s»', (text, found) => {
    expect(countries(text)).toEqual(found);
  });
});

describe('isPlace', () => {
  it('knows departments and cities, with ñ or without', () => {
    for (const name of ['bogota', 'nariño', 'narino', 'boyaca', 'cali', 'peru'])
      expect(isPlace(name)).toBe(true);
    for (const word of ['plan', 'justicia', 'colombia', 'meta', 'usa']) expect(isPlace(word)).toBe(false);
  });
});
