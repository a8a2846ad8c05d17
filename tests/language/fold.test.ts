import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, visible } from '../../src/language/index.ts';

describe('fold', () => {
  it.each([
    ['PARTICIPACIÓN', 'participacion'],
    ['Año', 'año'],
    ['Ñandú', 'ñandu'],
    ['pingüino', 'pinguino'],
    ['Gonçalves', 'goncalves'],
    ['ano', 'ano'],
  ])('takes %s to %s', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  it('reads composed and decomposed text alike', () => {
    const spanish = fc.string({ unit: fc.constantFrom(...'aeiouáéíóúüñÑÁnc .?¿1') });
    fc.assert(
      fc.property(spanish, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('visible', () => {
  it('drops what nobody sees and composes the rest', () => {
    expect(visible('\uFEFFcu\u200Ban\u00ADtos\u202E \u2066años\u2069')).toBe('cuantos años');
    expect(visible('an\u0303o')).toBe('año');
    expect(visible('👍\uFE0F')).toBe('👍');
  });
});
