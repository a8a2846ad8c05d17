import { beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../src/language/index.ts';
import { createSearch, type Search } from '../../src/search/index.ts';
import { phraseHashes } from '../../src/search/phrases.ts';
import { folderOf } from '../support/knowledge-folder.ts';

const page = (text: string) => `---\ntitulo: Acta\n---\n\n${text}\n`;
let search: Search;
beforeAll(async () => {
  search = createSearch(
    await folderOf({
      'actas/a.md': page('La junta habló de la escuela para el puente y del camino.'),
      'actas/b.md': page('La junta habló del puente para la escuela y del camino.'),
      'actas/c.md': page('Hubo almuerzo en Tibasosa y en Duitama, con música.'),
    }),
  );
});

const features = (text: string, path: string) =>
  search.ask(text, 'es').candidates.find(({ passage }) => passage.document.path === path)?.features;

describe('phrases', () => {
  it.each([
    ['puente para la escuela', 'actas/b.md'],
    ['ESCUELA PARA EL PUENTE', 'actas/a.md'],
    ['puemte para la escuela', 'actas/b.md'],
  ])('tell passages of the same words apart: %s', (text, path) => {
    expect(search.ask(text, 'es').candidates[0]?.passage.document.path).toBe(path);
  });

  it('are the share of the neighbouring words of the question', () => {
    expect(features('puente para la escuela', 'actas/b.md')?.phrases).toBe(1);
    expect(features('escuela para el puente', 'actas/b.md')?.phrases).toBe(0);
    expect(features('junta habló del camino', 'actas/b.md')?.phrases).toBe(1);
    expect(features('junta habló mucho del camino', 'actas/b.md')?.phrases).toBeCloseTo(2 / 3);
  });

  it('are no two function words, and do not run from one sentence into the next', () => {
    expect(phraseHashes(words('y del'), 'es')).toEqual([]);
    expect(phraseHashes(words('del camino y del'), 'es')).toHaveLength(2);
    expect(features('acta la junta', 'actas/b.md')?.phrases).toBe(0.5);
  });
});

describe('names', () => {
  it('are what is written with a capital past the first word, and numbers', () => {
    expect(features('¿Hubo música en Duitama?', 'actas/c.md')?.names).toBe(1);
    expect(features('¿Hubo música en Sogamoso y en Duitama?', 'actas/c.md')?.names).toBeLessThan(0.9);
    expect(features('Hubo almuerzo con música', 'actas/c.md')?.names).toBe(0);
    expect(features('almuerzo con música en 2019', 'actas/c.md')?.names).toBe(0);
  });
});
