import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../src/messaging/index.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'ñ', '👍', ' ', ' ', '.', '\n'), maxLength: 200 });
const limits = fc.integer({ min: 1, max: 30 });
const withoutSpace = (text: string): string => text.replace(/\s/gu, '');

describe('splitText', () => {
  it('keeps every piece within the limit and loses nothing but white space', () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        const pieces = splitText(text, limit);
        expect(pieces.filter((piece) => Array.from(piece).length > limit || piece === '')).toEqual([]);
        expect(pieces.filter((piece) => /\p{Surrogate}/u.test(piece))).toEqual([]);
        expect(withoutSpace(pieces.join(''))).toBe(withoutSpace(text));
      }),
    );
  });

  it('cuts no word that fits into half a piece', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'ñ', 'b'), minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 30 }), (given, limit) => {
        expect(splitText(given.join(' '), limit).flatMap((piece) => piece.split(' '))).toEqual(
          given.length === 0 ? [] : given,
        );
      }),
    );
  });

  it('leaves a text that fits as it is', () => {
    fc.assert(
      fc.property(
        texts.filter((text) => text !== ''),
        (text) => {
          expect(splitText(text, Array.from(text).length)).toEqual([text]);
        },
      ),
    );
  });

  it.each([
    ['a sentence, if the paragraph ends early', 'A.\n\nDos tres. Cuatro', 14, ['A.\n\nDos tres.', 'Cuatro']],
    ['a paragraph', 'Uno dos tres.\n\nCuatro. Cinco', 22, ['Uno dos tres.', 'Cuatro. Cinco']],
    ['a line', 'Uno dos tres\ncuatro. Cinco seis', 22, ['Uno dos tres', 'cuatro. Cinco seis']],
    ['a sentence', 'Uno dos tres. Cuatro cinco', 20, ['Uno dos tres.', 'Cuatro cinco']],
    ['a word', 'Uno dos tres cuatro', 14, ['Uno dos tres', 'cuatro']],
    ['a word that ends at the limit', 'Uno dos tres cuatro', 12, ['Uno dos tres', 'cuatro']],
    ['the limit', 'aaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aa']],
  ])('prefers the end of %s', (_where, text, limit, pieces) => {
    expect(splitText(text, limit)).toEqual(pieces);
  });
});
