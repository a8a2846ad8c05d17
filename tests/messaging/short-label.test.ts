import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortLabel } from '../../src/messaging/index.ts';

describe('shortLabel', () => {
  it('keeps 60 characters at most, and whole what fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const label = shortLabel(text);
        expect(Array.from(label).length).toBeLessThanOrEqual(60);
        if (Array.from(text).length <= 60) expect(label).toBe(text);
        else expect(text.startsWith(label.slice(0, -1))).toBe(true);
      }),
    );
  });

  it('cuts at the end of a word', () => {
    expect(shortLabel(`${'palabra '.repeat(12)}`)).toBe(`${'palabra '.repeat(7).trim()}…`);
  });
});
