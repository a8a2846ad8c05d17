import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPlaceholder, withoutPlaceholder } from '../../src/knowledge/placeholder.ts';

const UNFILLED = [
  'Los xx asistentes hablaron.',
  'Los XX asistentes hablaron.',
  'Fueron XXX personas.',
  'Llegó el XX de marzo.',
  'La sección tiene xx compromisos.',
  'Subió un xx% este año.',
  'Fue en 20XX, según el acta.',
  'TODO: revisar la cifra.',
  'Falta el dato (TODO).',
  'FIXME revisar.',
  'REVISAR FIXME PRONTO.',
  'La fecha es TBD.',
  'La sede está por definir.',
  'Lorem ipsum dolor sit amet.',
  'El encuentro fue en [completar].',
  'El encuentro fue en [nombre de la ciudad].',
  'LOS XX ASISTENTES',
  'En el siglo XX, xx asistentes hablaron.',
  'En el siglo XX y xx asistentes más.',
  'El plan III y XX personas más.',
];
const FILLED = [
  'Fue en el siglo XX.',
  'Fue en el siglo xx.',
  'Entre los siglos xix y xx cambió todo.',
  'Entre los siglos XIX y XX cambió todo.',
  'Vea el capítulo XX del libro.',
  'Los siglos XVIII, XIX y XX fueron largos.',
  'Los capítulos XIX-XX están aparte.',
  'Es el XX Congreso Nacional.',
  'Todo el mundo vino; todos hablaron.',
  'TODO EL PAÍS PARTICIPA',
  'Esto es todo.',
  'La talla XXL no existe.',
  'Vea https://x.co/xx/TODO y siga.',
  'Escriba a xx@x.co hoy.',
  'Definir la agenda tomó tiempo.',
  'Vea la lista [1] y el anexo [fecha 2020].',
  'Llegaron 2x1 y más.',
];

describe('hasPlaceholder', () => {
  it.each(UNFILLED)('is true: %s', (text) => expect(hasPlaceholder(text)).toBe(true));
  it.each(FILLED)('is false: %s', (text) => expect(hasPlaceholder(text)).toBe(false));

  it('notices when any figure of a sentence is left open', () => {
    const sentence = 'Asistieron 120 personas de 32 departamentos a 41 mesas en 2017';
    const figures = sentence.match(/\d+/g) ?? [];
    for (const figure of figures)
      for (const open of ['xx', 'XX', 'xxx', 'TBD', 'TODO', '[completar]'])
        expect(hasPlaceholder(sentence.replace(figure, open)), `${figure} → ${open}`).toBe(true);
    expect(hasPlaceholder(sentence)).toBe(false);
  });
});

describe('withoutPlaceholder', () => {
  it.each([
    ['El plan tuvo 26 compromisos.', 'El plan tuvo 26 compromisos.'],
    [
      'Llegaron xx personas y los demás siguieron la sesión en línea.',
      '… y los demás siguieron la sesión en línea.',
    ],
    [
      'Los asistentes conocieron los avances del plan, en xx mesas.',
      'Los asistentes conocieron los avances del plan…',
    ],
    [
      'En xx mesas, los asistentes hablaron del plan; luego, en XX talleres, votaron.',
      '… los asistentes hablaron del plan; luego…',
    ],
    [
      'Asistieron 40 personas de 1,5 barrios, TODO confirmar con el equipo, según nos dijeron ayer.',
      'Asistieron 40 personas de 1,5 barrios…',
    ],
  ])('%s → %s', (text, rest) => {
    expect(withoutPlaceholder(text)).toBe(rest);
  });

  it.each([
    'Fueron xx personas.',
    'Hola, fueron xx.',
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit sed.',
  ])('leaves nothing of «%s»', (text) => {
    expect(withoutPlaceholder(text)).toBeUndefined();
  });

  it('gives words of the text, without a placeholder, or nothing', () => {
    const piece = fc.constantFrom(
      'xx',
      'TODO',
      'el plan',
      'siglo XX',
      'mesas',
      ',',
      ';',
      ':',
      'y',
      '[completar]',
      'los demás siguieron',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 25 }), (pieces) => {
        const text = pieces.join(' ');
        const rest = withoutPlaceholder(text);
        if (rest === undefined) return;
        const verbatim = rest.replace(/^… /, '').replace(/…$/, '');
        expect(text).toContain(verbatim);
        if (hasPlaceholder(text)) expect(verbatim).not.toMatch(/(?<!siglo )\bxx\b|TODO|completar/);
        else expect(rest).toBe(text);
      }),
    );
  });
});
