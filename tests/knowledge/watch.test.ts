import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { KnowledgeError } from '../../src/errors.ts';
import { loadFolder, watchFolder } from '../../src/knowledge/index.ts';
import { type LiveFolder, ON_A_DAY, openLiveFolder, soon } from '../support/live-folder.ts';

let live: LiveFolder | undefined;
afterEach(() => live?.dispose());

async function open(files: Readonly<Record<string, string>>): Promise<LiveFolder> {
  live = await openLiveFolder(files);
  return live;
}

const texts = ({ folder }: LiveFolder): Record<string, string | undefined> =>
  Object.fromEntries(
    folder().documents.map(({ path, sections }) => [
      path,
      sections
        .flatMap(({ units }) => units)
        .map(({ text }) => text)
        .join(' '),
    ]),
  );

const asCold = async ({ dir, folder }: LiveFolder): Promise<void> =>
  expect(folder()).toEqual(await loadFolder(dir, ON_A_DAY));

const BASE = { 'a.md': 'Uno.', 'b.md': 'Dos.', 'blog/c.md': 'Tres.', 'tesauro.yml': '- [plata, dinero]\n' };

describe('a folder that changes', () => {
  it('starts as it would be read cold', async () => {
    await asCold(await open(BASE));
  });

  it('serves an edit, and reads no other file again', async () => {
    const folder = await open(BASE);
    folder.write('blog/c.md', 'Tres veces.');
    await soon(() => expect(texts(folder)['blog/c.md']).toBe('Tres veces.'));
    expect(folder.changes.flatMap(({ read }) => read)).toEqual(['blog/c.md']);
    expect(folder.changes.flatMap(({ forgotten }) => forgotten)).toEqual([]);
    await asCold(folder);
  });

  it('keeps the documents that did not change, the same objects', async () => {
    const folder = await open(BASE);
    const before = folder.folder();
    folder.write('a.md', 'Uno más.');
    await soon(() => expect(texts(folder)['a.md']).toBe('Uno más.'));
    const after = folder.folder();
    expect(after.documents[1]).toBe(before.documents[1]);
    expect(after.passages[1]).toBe(before.passages[1]);
    expect(after.passages[0]).not.toBe(before.passages[0]);
  });

  it('serves additions, in new folders too', async () => {
    const folder = await open(BASE);
    folder.write('nueva/mas/d.md', 'Cuatro.');
    await soon(() => expect(texts(folder)['nueva/mas/d.md']).toBe('Cuatro.'));
    folder.write('nueva/mas/d.md', 'Cinco.');
    await soon(() => expect(texts(folder)['nueva/mas/d.md']).toBe('Cinco.'));
    await asCold(folder);
  });

  it('serves a rename as one change', async () => {
    const folder = await open(BASE);
    folder.rename('a.md', 'blog/z.md');
    await soon(() => expect(texts(folder)).toMatchObject({ 'blog/z.md': 'Uno.' }));
    expect(texts(folder)).not.toHaveProperty('a.md');
    expect(folder.changes).toHaveLength(1);
    await asCold(folder);
  });

  it('stops serving what is deleted, a file or a folder', async () => {
    const folder = await open(BASE);
    folder.remove('a.md');
    await soon(() => expect(Object.keys(texts(folder))).toEqual(['b.md', 'blog/c.md']));
    folder.remove('blog');
    await soon(() => expect(Object.keys(texts(folder))).toEqual(['b.md']));
    await asCold(folder);
  });

  it('serves a folder that was moved away and another put in its place', async () => {
    const folder = await open(BASE);
    renameSync(join(folder.dir, 'blog'), join(folder.dir, '.viejo'));
    folder.write('blog/c.md', 'Tres nuevo.');
    await soon(() => expect(texts(folder)['blog/c.md']).toBe('Tres nuevo.'));
    folder.write('blog/c.md', 'Tres más nuevo.');
    await soon(() => expect(texts(folder)['blog/c.md']).toBe('Tres más nuevo.'));
  });

  it('follows links inside the folder', async () => {
    const folder = await open({ ...BASE, '.datos/d.md': 'Cuatro.' });
    symlinkSync(join(folder.dir, '.datos/d.md'), join(folder.dir, 'd.md'));
    await soon(() => expect(texts(folder)['d.md']).toBe('Cuatro.'));
    folder.write('.datos/d.md', 'Cinco.');
    await soon(() => expect(texts(folder)['d.md']).toBe('Cinco.'));
  });

  it('serves drafts when they are published, and hides what becomes one', async () => {
    const folder = await open({ ...BASE, 'd.md': '---\ndraft: true\n---\nCuatro.' });
    folder.write('d.md', '---\ndraft: false\n---\nCuatro.');
    folder.write('a.md', '---\ndraft: true\n---\nUno.');
    await soon(() => expect(Object.keys(texts(folder))).toEqual(['b.md', 'blog/c.md', 'd.md']));
    expect(folder.folder().skipped.map(({ path }) => path)).toEqual(['a.md']);
  });

  it('takes up the thesaurus: an edit, its loss and its return', async () => {
    const folder = await open(BASE);
    const words = () => folder.folder().synonyms.map((group) => group.words);
    folder.write('tesauro.yml', '- [plata, recursos]\n');
    await soon(() => expect(words()).toEqual([['plata', 'recursos']]));
    folder.remove('tesauro.yml');
    await soon(() => expect(words()).toEqual([]));
    folder.write('tesauro.yml', '- [gasto, costo]\n');
    await soon(() => expect(words()).toEqual([['gasto', 'costo']]));
    await asCold(folder);
  });

  it('reads everything again on a new day', async () => {
    let today = '2025-06-15';
    live = await openLiveFolder(
      { ...BASE, 'd.md': '---\ndate: 2025-06-16\n---\nMañana.' },
      () => {},
      () => ({ today }),
    );
    const folder = live;
    expect(texts(folder)).not.toHaveProperty('d.md');
    today = '2025-06-16';
    folder.write('nota.txt', 'Algo pasa.');
    await soon(() => expect(texts(folder)).toHaveProperty('d.md'));
  });
});

describe('a folder with something broken', () => {
  const broken: readonly (readonly [string, string | Uint8Array])[] = [
    ['empty', ''],
    ['half its front matter', '---\ntitle: "Uno'],
    ['front matter alone', '---\ntitle: Uno\n---\n'],
    ['half a character', new Uint8Array([0x55, 0x6e, 0x6f, 0xc3])],
    ['zeros', new Uint8Array(64)],
  ];

  it.each(broken)('keeps the last good version of a file that is written with %s', async (_, content) => {
    const folder = await open(BASE);
    folder.write('a.md', content);
    await soon(() => expect(folder.changes.flatMap(({ problems }) => problems)).toHaveLength(1));
    const [problem] = folder.changes.flatMap(({ problems }) => problems);
    expect(problem).toMatchObject({ path: 'a.md', message: expect.stringContaining('versión anterior') });
    expect(folder.folder().problems).toEqual([problem]);
    expect(texts(folder)).toMatchObject({ 'a.md': 'Uno.', 'b.md': 'Dos.' });
    folder.write('a.md', 'Uno otra vez.');
    await soon(() => expect(texts(folder)['a.md']).toBe('Uno otra vez.'));
    await asCold(folder);
  });

  it('forgets a broken file that is deleted, and never serves a new one that is broken', async () => {
    const folder = await open(BASE);
    folder.write('a.md', '');
    folder.write('d.md', '---\ntitle: "x');
    await soon(() => expect(folder.folder().problems).toHaveLength(2));
    folder.remove('a.md');
    await soon(() => expect(Object.keys(texts(folder))).toEqual(['b.md', 'blog/c.md']));
    await asCold(folder);
  });

  it('shows nothing of a file while it is being written in steps', async () => {
    const folder = await open({ ...BASE, 'largo.md': 'Entero. Con final.' });
    const seen = new Set<string | undefined>();
    for (let step = 0; step < 100; step++) {
      folder.write('largo.md', `Nuevo. ${'Sigue. '.repeat(step)}`);
      await setImmediate();
      seen.add(texts(folder)['largo.md']);
    }
    folder.write('largo.md', 'Nuevo. Con otro final.');
    await soon(() => expect(texts(folder)['largo.md']).toBe('Nuevo. Con otro final.'));
    expect([...seen]).toEqual(['Entero. Con final.']);
  });

  it('keeps the groups of a thesaurus that breaks', async () => {
    const folder = await open(BASE);
    folder.write('tesauro.yml', 'plata: dinero\n');
    await soon(() =>
      expect(folder.folder().problems).toMatchObject([{ path: 'tesauro.yml', rule: 'synonyms' }]),
    );
    expect(folder.folder().synonyms.map((group) => group.words)).toEqual([['plata', 'dinero']]);
  });

  it('goes on with what it has while the folder itself is gone, says so once, and finds it again', async () => {
    const folder = await open(BASE);
    const away = `${folder.dir}-lejos`;
    renameSync(folder.dir, away);
    await soon(() => expect(folder.failures).toHaveLength(1));
    expect(folder.failures[0]).toBeInstanceOf(KnowledgeError);
    expect(texts(folder)).toMatchObject({ 'a.md': 'Uno.' });
    writeFileSync(join(away, 'a.md'), 'Uno de vuelta.');
    renameSync(away, folder.dir);
    await soon(() => expect(texts(folder)['a.md']).toBe('Uno de vuelta.'));
    expect(folder.failures).toHaveLength(1);
  });
});

describe('the end of watching', () => {
  it('tells of nothing more after the signal', async () => {
    const folder = await open(BASE);
    folder.write('a.md', 'Uno más.');
    folder.stop();
    await sleep(300);
    expect(folder.changes).toEqual([]);
  });

  it('refuses a folder that does not exist', async () => {
    const folder = await open(BASE);
    const watching = watchFolder(join(folder.dir, 'no'), {
      reading: () => ON_A_DAY,
      signal: AbortSignal.abort(),
      onChange: () => {},
      onFailure: () => {},
    });
    await expect(watching).rejects.toThrow(KnowledgeError);
  });
});
