import { describe, expect, it } from 'vitest';
import { stats } from '../../src/commands/stats.ts';
import { statsOf } from '../../src/commands/stats-figures.ts';
import { assembleFolder, parseEvaluation, parseSynonyms, readDocument } from '../../src/knowledge/index.ts';
import { writtenTo } from '../support/written-to.ts';

const NOW = new Date('2025-06-15T12:00:00Z');
const read = (path: string, text: string) =>
  readDocument(path, new TextEncoder().encode(text), { today: '2025-06-15' });

const folder = assembleFolder(
  [
    read(
      'planes/iii.md',
      '---\ntitle: III Plan\nplan: 3\npreguntas:\n  - ¿Cuántos compromisos tuvo el III Plan?\n  - ¿Tuvo aeropuertos el III Plan?\n---\n\n## ¿Cuántos compromisos tuvo el III Plan?\n\nEl III Plan tuvo 26 compromisos.\n\n## ¿Quién lo hizo?\n\nLo hizo la Secretaría.\n',
    ),
    read('blog/suelta.md', '---\ntitle: Suelta\n---\n\nUna nota sobre montañas.\n'),
    read('blog/futura.md', '---\ntitle: Futura\ndate: 2026-01-01\n---\n\nAlgo.\n'),
  ],
  parseSynonyms('- [compromiso, promesa]\n- [impuesto, tributo]', 'tesauro.yml'),
);
const { evaluation } = parseEvaluation(
  'sin_respuesta:\n  - pregunta: ¿Hay aeropuertos?\n    razon: otro-tema\n',
  'evaluacion.yml',
);

describe('aga stats', () => {
  it('counts documents, passages and questions by kind', () => {
    const { kinds, languages, unanswerable, dialogues } = statsOf(folder, evaluation, NOW);
    expect(kinds).toEqual([
      { kind: 'plan', documents: 1, passages: 2, questions: 2 },
      { kind: 'publicacion', documents: 1, passages: 1, questions: 0 },
    ]);
    expect({ languages, unanswerable, dialogues }).toEqual({
      languages: { es: 2, en: 0 },
      unanswerable: 1,
      dialogues: 0,
    });
  });

  it('names the files that no question reaches', () => {
    expect(statsOf(folder, evaluation, NOW).unreached).toEqual([{ path: 'blog/suelta.md', questions: 0 }]);
  });

  it('names the words that no file holds: golden questions do not count as files', () => {
    const { missingWords, missingGroups } = statsOf(folder, evaluation, NOW);
    expect(missingWords).toEqual([{ word: 'aeropuertos', questions: 2 }]);
    expect(missingGroups.map(({ words }) => words)).toEqual([['impuesto', 'tributo']]);
  });

  it('prints it all', () => {
    const output = writtenTo();
    stats(folder, evaluation, NOW, output.stream);
    for (const part of [
      '2 documentos',
      'blog/suelta.md',
      'aeropuertos (2)',
      'impuesto, tributo',
      '1 archivos',
    ])
      expect(output.text()).toContain(part);
  });
});
