import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planNumbers, words } from '../../src/language/index.ts';

const forms = (text: string): string =>
  words(text)
    .map((word) => word.form)
    .join(' ');

describe('words', () => {
  it.each([
    ['Ley 1.712 de 2014', 'ley 1712 de 2014'],
    ['12.345.678 pesos', '12345678 pesos'],
    ['3.5 y 3,5', '3 5 y 3 5'],
    ['los nueve desafíos', 'los 9 desafios'],
    ['la primera reunión', 'la #1 reunion'],
    ['cinco planes', '5 planes'],
    ['yo vi', 'yo vi'],
    ['SIGLO XI', 'siglo #11'],
    ['siglo xxi, talla xl', 'siglo #21 talla xl'],
    ['¿y el V?', 'y el #5'],
    ['la vitamina C, el vivo y la V', 'la vitamina c el vivo y la v'],
    ['constructor', 'constructor'],
    ['¿Qué?', 'que'],
    ['Plan3', 'plan3'],
  ])('reads %s as %s', (text, read) => {
    expect(forms(text)).toBe(read);
  });

  it.each([
    ['el III plan', [3]],
    ['el tercer plan', [3]],
    ['el 3er plan', [3]],
    ['el 3º Plan', [3]],
    ['la 2ª versión del plan nº 3', [3]],
    ['plan 3', [3]],
    ['plan tres', [3]],
    ['el 3 plan', [3]],
    ['plan de acción nacional III', [3]],
    ['the third plan', [3]],
    ['the 3rd action plan', [3]],
    ['plan iii', [3]],
    ['plan v', [5]],
    ['I Plan', [1]],
    ['plan vi', [6]],
    ['el III y el IV plan', [3, 4]],
    ['II, III y IV Plan', [2, 3, 4]],
    ['cuarto y quinto plan', [4, 5]],
    ['planes III y IV', [3, 4]],
    ['cinco planes', []],
    ['los 5 planes', []],
    ['plan 2020', []],
    ['yo vi el plan', []],
    ['el plan tiene 26 compromisos', []],
    ['tiene el plan 26 compromisos', []],
    ['un plan de 17 compromisos', []],
    ['cuantos compromisos hay x plan', []],
    ['el plan de Cali', []],
    ['segunda consulta', []],
  ])('finds the plans of «%s»: %j', (text, plans) => {
    expect(planNumbers(text)).toEqual(plans);
  });

  it('tells where each word stands', () => {
    for (const word of words('El III Plan: ¿26 años?')) {
      expect('El III Plan: ¿26 años?'.slice(word.start, word.end)).toBe(word.raw);
    }
  });

  it('reads any text, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let end = 0;
        for (const word of words(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(word.start, word.end)).toBe(word.raw);
          expect(word.form).not.toMatch(/NaN|\s/);
          end = word.end;
        }
      }),
    );
  });
});
