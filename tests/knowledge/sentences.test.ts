import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/knowledge/sentences.ts';

describe('splitSentences', () => {
  it.each([
    [['El plan terminó.', 'Luego vino otro.']],
    [['¿Qué es?', '¡Una alianza!', 'Nació en 2011.', '3 países más llegaron.']],
    [['Lo dijo el Sr. Pérez a la Dra. Gómez en la pág. 5 del art. 7 de la Ley núm. 1712.', 'Y siguió.']],
    [['La Ley No. 1712 de 2014 sigue vigente.']],
    [['¿Es obligatorio?', 'No.', 'Es voluntario.']],
    [['Vive en EE. UU. desde 2011 y viaja.']],
    [['Nació en EE. UU.', 'El resto llegó después.']],
    [['Hay temas, p. ej. Agua, Salud, etc. y otros.']],
    [['Hay temas, como agua, etc.', 'Otros siguen.']],
    [['Habló J. M. Santos en Bogotá D.C. durante el encuentro.']],
    [['La reunión fue a las 9 a. m. en punto.']],
    [['La reunión fue a las 9 a. m.', 'Los asistentes hablaron.']],
    [['Costó $1.200.000 o 3.5 veces más.', 'Fue el 1.º de mayo.']],
    [['Terminó el plan V.', 'Luego vino el VI.']],
    [['Esperaron… y siguieron.', 'Esperaron…', 'Luego siguieron.']],
    [['Esperaron... nada.', 'Esperaron...', 'Nada.']],
    [['Vea https://x.co/a.b?c=1.', 'El resto está allá.']],
    [['Dijo «Esto es. Eso no.» y calló.', 'Fin.']],
    [['Dijo «ya está».', 'Luego calló.']],
    [['(Fue en Cali. Luego en Pasto.)', 'El tercero fue aquí.']],
    [['Preguntó: ¿cómo? y nadie habló.']],
    [['1. El primero fue claro.']],
    [['The U.S. government joined.', 'It was in 2011.']],
    [['Fue la firma S.A.S. de Cali.']],
    [['Fue en 2017.', 'Después cambió.']],
  ])('%j', (sentences) => {
    expect(splitSentences(sentences.join(' '))).toEqual(sentences);
  });

  it('reads a line break as a space', () => {
    expect(splitSentences('El plan\nterminó.\n Luego\tvino otro.')).toEqual([
      'El plan terminó.',
      'Luego vino otro.',
    ]);
  });

  it('does not keep an endless quotation whole', () => {
    const quoted = `«${'Esto es una frase larga de prueba. '.repeat(20)}»`;
    expect(splitSentences(quoted).length).toBeGreaterThan(10);
  });

  it('loses nothing', () => {
    const word = fc.constantFrom(
      'El',
      'plan',
      'Sr.',
      'EE.',
      'UU.',
      'a.',
      'm.',
      'J.',
      '(',
      ')',
      '«',
      '».',
      '¿',
      '?',
      '…',
      '3.5',
      '12.',
      'etc.',
      'No.',
      '"',
      '\n',
      ';',
    );
    const paragraph = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(paragraph, (text) => {
        expect(splitSentences(text).join(' ')).toBe(text.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 500 },
    );
  });
});
