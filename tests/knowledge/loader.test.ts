import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KnowledgeError } from '../../src/errors.ts';
import { loadFolder } from '../../src/knowledge/index.ts';

const fixtures = join(import.meta.dirname, '../fixtures/knowledge');
const options = { today: '2025-06-15' };

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'knowledge-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function write(path: string, content: string | Uint8Array = `Texto de ${path}.`): Promise<string> {
  const place = join(dir, path);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, content);
  return place;
}

const load = () => loadFolder(dir, options);
const paths = async () => (await load()).documents.map((document) => document.path);
const rules = async () => (await load()).problems.map(({ severity, rule, path }) => [severity, rule, path]);

describe('the fixture folder', () => {
  it('is read as it stands', async () => {
    const folder = await loadFolder(fixtures, { ...options, siteUrl: 'https://aga.co' });
    expect(folder.problems).toEqual([]);
    expect(
      folder.documents.map(({ path, kind, language, title, date, plans, url }) => ({
        path,
        kind,
        language,
        title,
        date,
        plans,
        url,
      })),
    ).toEqual([
      {
        path: 'desafios/agua-limpia.md',
        kind: 'desafio',
        language: 'es',
        title: 'Agua limpia',
        date: undefined,
        plans: [],
        url: 'https://aga.co/desafios/agua-limpia/',
      },
      {
        path: 'en/about.md',
        kind: 'pagina',
        language: 'en',
        title: 'About the town alliance',
        date: '2024-02-01',
        plans: [],
        url: 'https://aga.co/en/about/',
      },
      {
        path: 'planes/tercer-plan.md',
        kind: 'plan',
        language: 'es',
        title: 'Tercer plan del pueblo',
        date: '2023-05-10',
        plans: [3],
        url: 'https://aga.co/planes/tercer-plan/',
      },
      {
        path: 'publicaciones/mesa-de-mayo/index.md',
        kind: 'publicacion',
        language: 'es',
        title: 'La mesa de mayo',
        date: '2023-05-17',
        plans: [],
        url: 'https://aga.co/publicaciones/mesa-de-mayo/',
      },
    ]);
    expect(folder.skipped.map(({ path, rule }) => [path, rule])).toEqual([
      ['publicaciones/borrador.md', 'draft'],
    ]);
    expect(folder.synonyms.map(({ words }) => words[0])).toEqual(['acueducto', 'mesa']);
    expect(folder.passages.map(({ id }) => id)).toContain('planes/tercer-plan.md#compromisos');
  });
});

describe('loadFolder', () => {
  it('reads every Markdown file at any depth, and nothing else', async () => {
    await Promise.all(
      [
        'b.md',
        'A.MD',
        'a/b/c.markdown',
        'con espacio/ñandú.md',
        'node_modules/x.md',
        '.oculta/x.md',
        '.x.md',
        'README.md',
        'LEEME.md',
        'a/readme.en.md',
        'a/foto.png',
        'x.txt',
        'leeme-esto.md',
      ].map((path) => write(path)),
    );
    expect(await paths()).toEqual([
      'A.MD',
      'a/b/c.markdown',
      'b.md',
      'con espacio/ñandú.md',
      'leeme-esto.md',
    ]);
    expect(await rules()).toEqual([]);
  });

  it('reads twelve levels of folders', async () => {
    const levels = (count: number): string => 'n/'.repeat(count);
    await write(`${levels(12)}hondo.md`);
    await write(`${levels(13)}muy-hondo.md`);
    expect(await paths()).toEqual([`${levels(12)}hondo.md`]);
    expect(await rules()).toEqual([['warning', 'too-deep', 'n/'.repeat(13).slice(0, -1)]]);
  });

  it('follows links inside the folder and refuses those that leave it', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    try {
      await writeFile(join(outside, 'secreto.md'), 'Un secreto.');
      await write('a/uno.md');
      await symlink(join(dir, 'a'), join(dir, 'a/circulo'));
      await symlink(join(dir, 'a/uno.md'), join(dir, 'z.md'));
      await symlink(join(outside, 'secreto.md'), join(dir, 'fuera.md'));
      await symlink(outside, join(dir, 'fuera'));
      await symlink(join(dir, 'nada.md'), join(dir, 'roto.md'));
      const folder = await load();
      expect(folder.documents.map(({ path }) => path)).toEqual(['a/uno.md']);
      expect(folder.problems.map(({ rule, path }) => [rule, path])).toEqual([
        ['outside', 'fuera'],
        ['outside', 'fuera.md'],
        ['unreadable', 'roto.md'],
        ['duplicate', 'z.md'],
      ]);
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  it('does not wait for what is not a file', async () => {
    await write('a.md');
    execFileSync('mkfifo', [join(dir, 'tubo.md')]);
    expect(await rules()).toEqual([['error', 'unreadable', 'tubo.md']]);
  });

  it.skipIf(process.getuid?.() === 0)('names what it may not open', async () => {
    await write('a.md');
    await chmod(await write('cerrado.md'), 0);
    await chmod(dirname(await write('cerrada/x.md')), 0);
    expect(await rules()).toEqual([
      ['error', 'unreadable', 'cerrada'],
      ['error', 'unreadable', 'cerrado.md'],
    ]);
    await chmod(join(dir, 'cerrada'), 0o700);
  });

  it('does not let one bad file stop the others', async () => {
    await write('a.md');
    await write('binario.md', new Uint8Array([0, 1, 2]));
    await write('grande.md', 'a'.repeat(1024 * 1024 + 1));
    await write('latin.md', Buffer.from('Educación', 'latin1'));
    await write('yaml.md', '---\ntitle: "x\n---\nHola.');
    await write('vacio.md', '');
    expect(await paths()).toEqual(['a.md']);
    expect(await rules()).toEqual([
      ['error', 'binary', 'binario.md'],
      ['error', 'too-large', 'grande.md'],
      ['error', 'encoding', 'latin.md'],
      ['warning', 'empty', 'vacio.md'],
      ['error', 'yaml', 'yaml.md'],
    ]);
  });

  it('has one problem for an empty folder', async () => {
    expect(await rules()).toEqual([['error', 'no-files', '.']]);
  });

  it('names what is wrong in the thesaurus', async () => {
    await write('a.md');
    await write('tesauro.yml', '- [solo]\n- [plata, dinero]');
    const { synonyms, problems } = await load();
    expect(synonyms).toEqual([{ words: ['plata', 'dinero'], line: 2, path: 'tesauro.yml' }]);
    expect(problems).toMatchObject([{ path: 'tesauro.yml', line: 1 }]);
    await write('tesauro.yml', new Uint8Array([0xf3]));
    expect(await rules()).toEqual([['error', 'encoding', 'tesauro.yml']]);
  });

  it('throws when there is no folder to read', async () => {
    const missing = join(dir, 'no-existe');
    await expect(loadFolder(missing, options)).rejects.toThrow(KnowledgeError);
    await expect(loadFolder(missing, options)).rejects.toThrow(missing);
    await expect(loadFolder(await write('a.md'), options)).rejects.toThrow(/es un archivo, no una carpeta/);
  });

  it('reads a folder of 82 long pages', async () => {
    const section = (number: number): string =>
      `## Sección ${number}\n\nEl plan tuvo **26** compromisos, según el [informe](https://x.co/${number}). Fueron 41 mesas en 2017.\n\n- Uno y dos\n- Tres\n\n| A | B |\n|---|---|\n| 1 | 2 |\n`;
    const body = Array.from({ length: 30 }, (_, number) => section(number)).join('\n');
    for (let page = 0; page < 82; page++)
      await write(`p${page}.md`, `---\ntitle: Página ${page}\n---\nPágina ${page}.\n\n${body}`);
    const folder = await load();
    expect(folder.documents).toHaveLength(82);
  });
});
