import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTidy, tidy } from '../../src/check/index.ts';
import { cleanText } from '../../src/knowledge/clean.ts';

/** Letters, marks, breaks and everything that hides between them. */
const piece = fc.constantFrom(
  'a',
  'ñ',
  'n\u0303',
  'o\u0301',
  ' ',
  '\u00A0',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\u200B',
  '\uFEFF',
  '\u00AD',
  '\u202E',
  '\u0000',
  '\u0007',
  '\u2028',
  '\f',
  '«',
  '…',
  '—',
  '👩',
  '\u200D',
  '👧',
  '\uFE0F',
  '✔',
  '1',
  '#',
  'xx',
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('tidy', () => {
  it.each([
    ['La alian\u200Bza', 'La alianza\n'],
    ['\uFEFFtitle: a\n', 'title: a\n'],
    ['una\r\ndos\rtres\n', 'una\ndos\ntres\n'],
    ['participacio\u0301n\n', 'participación\n'],
    ['uno\u2028dos\n', 'uno dos\n'],
    ['sin final', 'sin final\n'],
    ['', ''],
  ])('%j → %j', (before, after) => expect(tidy(before)).toBe(after));

  it.each([
    'dos  espacios  \n\n\n',
    '\tcon tabulador\u00A0y espacio duro\n',
    'Equipo 👩‍👧 ✔️ 1️⃣ «comillas» — raya…\n',
    '---\ntitle: "x"\n---\n\n* lista\n',
  ])('leaves %j as it is', (before) => {
    expect(tidy(before)).toBe(before);
    expect(isTidy(before)).toBe(true);
  });

  it('is done once, and reads as before', () => {
    fc.assert(
      fc.property(text, (before) => {
        const after = tidy(before);
        expect(isTidy(after)).toBe(true);
        expect(cleanText(after).trimEnd()).toBe(cleanText(before).trimEnd());
      }),
    );
  });

  it('changes nothing but what nobody sees', () => {
    const hidden = '\u200B\uFEFF\u00AD\u202E\u0000\u0007';
    const shown = (value: string): string =>
      [...value]
        .filter((each) => !hidden.includes(each))
        .join('')
        .normalize('NFC');
    const kept = (value: string): string => value.replace(/[^\p{L}\p{N}«…—#👩👧✔ \t\u00A0]/gu, '');
    fc.assert(
      fc.property(text, (before) => {
        expect(kept(tidy(before))).toBe(kept(shown(before.replace(/[\u2028\f]/g, ' '))));
      }),
    );
  });
});
