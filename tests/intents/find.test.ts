import { describe, expect, it } from 'vitest';
import { createFind, createKnowledgeBase, createPlaceOf } from '../../src/intents/index.ts';
import { plainText } from '../../src/messaging/index.ts';
import { folderOf } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

const find = async () => createFind(createKnowledgeBase(await folderOf(VILLAGE)));

describe('finding places', () => {
  it('gives each place once, with a sentence of it, its source and what it says', async () => {
    const found = (await find())('agua del río', 'es');
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    for (const { id, title, excerpt, source, reply } of found) {
      expect(id).toMatch(/^[a-z0-9]{14}$/);
      expect(title).not.toBe('');
      expect(plainText(reply)).toContain(excerpt);
      expect(reply.sources).toEqual([source]);
    }
  });

  it('offers the challenges first when nothing is looked for', async () => {
    const [first] = (await find())('  ', 'es');
    expect(first?.source.path).toMatch(/^desafios\//);
  });

  it.each(['zzzz', '🙂', 'de la', 'x'.repeat(5000)])('finds nothing, or little, for %j', async (query) => {
    expect((await find())(query, 'en').length).toBeLessThanOrEqual(50);
  });
});

describe('the place of an address', () => {
  const placeOf = async () => {
    const folder = await folderOf(VILLAGE);
    const [first, ...rest] = folder.documents.map(({ url: _, ...document }) => document);
    if (first === undefined) throw new Error('the village has no document');
    const shared = rest.map((document) => ({ ...document, url: 'https://example.org/todos' }));
    const documents = [{ ...first, url: 'https://example.org/aga/agua/' }, ...shared];
    return { first, find: createPlaceOf(createKnowledgeBase({ ...folder, documents })) };
  };

  it('is that of the document, however the address is written', async () => {
    const { first, find } = await placeOf();
    for (const url of ['https://example.org/aga/agua/', 'http://EXAMPLE.org/aga/agua?utm=1#arriba'])
      expect(find(url, 'es')?.source.path).toBe(first.path);
  });

  it.each([
    'https://example.org/aga/',
    'https://example.org/todos',
    'ftp://example.org/aga/agua',
    'agua',
    '',
  ])('is none for %j', async (url) => {
    expect((await placeOf()).find(url, 'es')).toBeUndefined();
  });
});
