import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/knowledge/document.ts';
import { readDocument } from '../../src/knowledge/index.ts';
import { words } from '../../src/language/index.ts';
import { draftFile } from '../../src/team/draft-file.ts';

const DRAFT = {
  ticket: 't-1',
  question: '¿Cuántas mesas hubo en Tunja?',
  title: 'Mesas de Tunja',
  text: 'Hubo 12 mesas.\n\n- Una de salud\n- Once de agua',
  day: '2026-05-04',
};
function documentIn(path: string, text: string): Document | undefined {
  const reading = readDocument(path, new TextEncoder().encode(text), { today: '2026-12-31' });
  return 'document' in reading ? reading.document : undefined;
}

function published(draft: typeof DRAFT): Document | undefined {
  const { path, text } = draftFile(draft);
  return documentIn(path, text.replace(/^draft: true.*\n/m, ''));
}

describe('the draft of an answer', () => {
  it('is not served until its line is taken out', () => {
    const { path, text } = draftFile(DRAFT);
    expect(path).toBe('borradores/2026-05-04-mesas-de-tunja.md');
    expect(documentIn(path, text)).toBeUndefined();
    const document = published(DRAFT);
    expect(document).toMatchObject({
      title: 'Mesas de Tunja',
      date: '2026-05-04',
      questions: [{ text: DRAFT.question }],
      extra: { consulta: 't-1' },
    });
    const units = document?.sections.flatMap((section) => section.units) ?? [];
    expect(units.map(({ kind, text: unit }) => [kind, unit])).toEqual([
      ['sentence', 'Hubo 12 mesas.'],
      ['item', 'Una de salud'],
      ['item', 'Once de agua'],
    ]);
  });

  it('holds the words of the member, whatever they look like', () => {
    const piece = fc.constantFrom(
      'agua',
      '# no es título',
      '---',
      '<b>hola</b>',
      '{{< youtube x >}}',
      '*fuerte*',
      '> cita',
      '`código`',
      '| a | b |',
      '[x](y)',
      '=====',
      'Línea & fin',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = ['inicio', ...pieces].join('\n');
        const document = published({ ...DRAFT, text });
        const units = document?.sections.flatMap((section) => section.units) ?? [];
        const forms = (source: string) => words(source).map(({ form }) => form);
        expect(forms(units.map((unit) => unit.text).join(' '))).toEqual(forms(text));
        expect(document?.sections).toHaveLength(1);
      }),
    );
  });
});
