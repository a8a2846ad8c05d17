import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { KnowledgeError } from '../src/errors.ts';
import type { KnowledgeFolder } from '../src/knowledge/document.ts';
import { openKnowledge, shippedKnowledge, watchKnowledge } from '../src/open-knowledge.ts';
import { temporaryFolder } from './support/assistant-process.ts';
import { NOW, writeFiles } from './support/knowledge-folder.ts';

const NOTE = '---\ntitle: Feria\ndate: 2026-05-02\n---\n\nLa feria es mañana.\n';
const temporary = temporaryFolder();
beforeAll(() =>
  writeFiles(temporary.path, {
    'plain/a.md': '# Agua\n\nEl agua llega los lunes.\n',
    'plain/b.md': NOTE,
    'own/a.md': '# Agua\n\nEl agua llega los lunes.\n',
    'own/tesauro.yml': '- [agua, líquido]\n',
  }),
);
afterAll(() => temporary.remove());

describe('openKnowledge', () => {
  it('reads the folder that comes with the package, which has nothing wrong', async () => {
    const folder = await openKnowledge(shippedKnowledge, { now: NOW });
    expect(folder.documents.length).toBeGreaterThan(50);
    expect(folder.synonyms.length).toBeGreaterThan(100);
    expect(folder.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('lends its thesaurus to a folder that has none', async () => {
    const shipped = await openKnowledge(shippedKnowledge, { now: NOW });
    const plain = await openKnowledge(`${temporary.path}/plain`, { now: NOW });
    const own = await openKnowledge(`${temporary.path}/own`, { now: NOW });
    expect(plain.synonyms.map(({ words }) => words)).toEqual(shipped.synonyms.map(({ words }) => words));
    expect(own.synonyms.map(({ words }) => words)).toEqual([['agua', 'líquido']]);
  });

  it('takes the day in Bogotá, not in Greenwich', async () => {
    const at = async (time: string): Promise<number> =>
      (await openKnowledge(`${temporary.path}/plain`, { now: new Date(time) })).documents.length;
    expect(await at('2026-05-02T04:59:00Z')).toBe(1);
    expect(await at('2026-05-02T05:00:00Z')).toBe(2);
  });

  it('puts the addresses of the site on the documents', async () => {
    const folder = await openKnowledge(`${temporary.path}/own`, {
      now: NOW,
      siteUrl: 'https://example.org/x/',
    });
    expect(folder.documents[0]?.url).toMatch(/^https:\/\/example\.org\/x\/a/);
  });

  it('names a folder that does not exist', async () => {
    await expect(openKnowledge(`${temporary.path}/none`, { now: NOW })).rejects.toThrow(KnowledgeError);
  });
});

describe('watchKnowledge', () => {
  it('lends its thesaurus too, before and after a change', async () => {
    const dir = `${temporary.path}/watched`;
    writeFiles(dir, { 'a.md': '# Agua\n\nEl agua llega los lunes.\n' });
    const stop = new AbortController();
    const changes: KnowledgeFolder[] = [];
    const failures: unknown[] = [];
    const folder = await watchKnowledge(dir, {
      now: () => NOW,
      signal: stop.signal,
      onChange: (change) => changes.push(change.folder),
      onFailure: (failure) => failures.push(failure),
    });
    expect(folder.synonyms.length).toBeGreaterThan(100);
    writeFiles(dir, { 'b.md': '# Luz\n\nLa luz llega los martes.\n' });
    await vi.waitFor(() => expect(changes.at(-1)?.documents).toHaveLength(2), { timeout: 10_000 });
    expect(changes.at(-1)?.synonyms).toEqual(folder.synonyms);
    expect(failures).toEqual([]);
    stop.abort();
  });
});
