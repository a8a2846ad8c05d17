import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../adapters/console/screen-text.ts';
import { type Span, wrap } from '../../../adapters/console/wrap.ts';

const textOf = (line: readonly Span[]): string => line.map((span) => span.text).join('');
const plain = (text: string): Span => ({ text, bold: false });

describe('wrap', () => {
  it('breaks between words', () => {
    expect(wrap([plain('uno dos tres cuatro')], 9).map(textOf)).toEqual(['uno dos', 'tres', 'cuatro']);
  });

  it('keeps a word whole whose style changes in its middle', () => {
    const lines = wrap([plain('el ('), { text: 'III Plan', bold: true }, plain('), 2017')], 9);
    expect(lines.map(textOf)).toEqual(['el (III', 'Plan),', '2017']);
    expect(lines[0]?.filter((span) => span.bold).map((span) => span.text)).toEqual(['III']);
  });

  it('keeps the line ends of a text', () => {
    expect(wrap([plain('uno\n\ndos')], 40).map(textOf)).toEqual(['uno', '', 'dos']);
  });

  it('loses no word, cuts none, and overflows only for one that is too wide', () => {
    const spans = fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }), bold: fc.boolean() }));
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 30 }), (given, width) => {
        const lines = wrap(given, width).map(textOf);
        const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
        expect(lines.flatMap(words)).toEqual(words(textOf(given)));
        for (const line of lines) {
          if (words(line).length > 1)
            expect(words(line).reduce((sum, w) => sum + columnsOf(w) + 1, -1)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
