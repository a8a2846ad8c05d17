import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.ts';
import { messageOf } from '../../src/commands/ask.ts';
import { loadFolder } from '../../src/knowledge/index.ts';
import { HUGO_ADDRESSES, writeHugoSite } from '../support/hugo-site.ts';

const SITE = 'https://aga.co/sitio/';
const dir = writeHugoSite();
afterAll(() => rmSync(dir, { recursive: true }));

const folder = await loadFolder(dir, { today: '2025-06-15', siteUrl: SITE });
const document = (path: string) => folder.documents.find((each) => each.path === path);
const links = (path: string): (string | undefined)[] =>
  document(path)?.sections.flatMap(({ units }) =>
    units.flatMap((unit) => unit.links.map(({ url }) => url)),
  ) ?? [];

describe('the content of a Hugo site, as it is', () => {
  it('has no problem', () => {
    expect(folder.problems).toEqual([]);
  });

  it('links every page to where it is published', () => {
    const published = folder.documents.filter(({ url }) => url !== undefined);
    expect(Object.fromEntries(published.map(({ path, url }) => [path, url]))).toEqual(
      Object.fromEntries(
        Object.entries(HUGO_ADDRESSES).map(([path, address]) => [path, `${SITE}${address}`]),
      ),
    );
  });

  it('serves what has no page of its own without a link', () => {
    for (const path of ['blog/oculto/index.md', 'blog/sin-pagina.md']) {
      expect(document(path)).toBeDefined();
      expect(document(path)?.url).toBeUndefined();
    }
  });

  it('leaves out what Hugo does not publish, the files of a draft bundle included', () => {
    expect(folder.skipped.map(({ path, rule }) => [path, rule])).toEqual([
      ['blog/borrador/anexo.md', 'draft'],
      ['blog/borrador/index.md', 'draft'],
      ['blog/futuro.md', 'future'],
      ['blog/programado.md', 'future'],
      ['blog/vencido.md', 'expired'],
      ['desafios/_index.md', 'section'],
    ]);
  });

  it('leads links between pages to where their targets are published', () => {
    expect(links('planes/primer-plan.md')).toEqual([
      `${SITE}planes/segundo-plan/`,
      `${SITE}planes/plan-tres/#mesas`,
    ]);
    expect(links('planes/cuarto-plan.md')).toEqual([
      `${SITE}blog/mesa-de-mayo/`,
      `${SITE}planes/plan-tres/#mesas`,
    ]);
  });

  it('knows kinds, languages and the words inside shortcodes', () => {
    expect(document('planes/tercer-plan.md')).toMatchObject({
      kind: 'plan',
      language: 'es',
      date: '2017-09-22',
    });
    expect(document('blog/mesa-de-mayo/index.en.md')).toMatchObject({ kind: 'publicacion', language: 'en' });
    expect(document('en/about.md')?.language).toBe('en');
    expect(document('planes/primer-plan.md')?.aliases).toEqual(['/viejo/plan-uno/']);
    expect(document('planes/tercer-plan.md')?.sections.at(-1)?.units[0]?.text).toBe(
      'El tercer plan tuvo 26 compromisos.',
    );
  });

  it.each([
    ['¿Cuántos compromisos tuvo el tercer plan?', '26', 'planes/plan-tres/'],
    ['¿Quién firmó el acta de la mesa?', 'alcaldesa', 'blog/mesa-de-mayo/'],
    ['how many commitments did the fourth plan have?', '14', 'en/fourth/'],
  ])('answers «%s» with a link to the published page', (question, words, address) => {
    const { reply } = createAssistant({ folder }).answer(messageOf('1', 'a', question));
    expect(JSON.stringify(reply.blocks)).toContain(words);
    expect(reply.sources[0]?.url).toMatch(new RegExp(`^${SITE}${address}`));
  });
});
