import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { create } from '../../src/commands/new.ts';
import { newFile, termIn } from '../../src/commands/new-file.ts';
import { loadFolder, readDocument } from '../../src/knowledge/index.ts';
import { slugOf } from '../../src/knowledge/slug.ts';
import { writtenTo } from '../support/written-to.ts';

const TODAY = '2025-06-15';
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nuevo-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function run(kind: string, title: string): Promise<{ code: number; out: string; err: string }> {
  const output = writtenTo();
  const errors = writtenTo();
  const code = await create({ dir, kind, title, today: TODAY, errors: errors.stream }, output.stream);
  return { code, out: output.text(), err: errors.text() };
}

const read = (path: string): string => readFileSync(join(dir, path), 'utf8');
const load = () => loadFolder(dir, { today: TODAY });

/** A file that was filled in: no longer a draft, each note replaced by a sentence. */
const filled = (text: string): string =>
  text.replace(/^draft: true.*\n/m, '').replace(/<!--.*?-->/g, 'Una frase con sentido.');

describe('aga new', () => {
  it.each([
    ['desafio', 'desafios/agua-limpia.md', 'desafio', 4],
    ['Desafío', 'desafios/agua-limpia.md', 'desafio', 4],
    ['publicacion', 'publicaciones/2025-06-15-agua-limpia.md', 'publicacion', 3],
    ['plan', 'planes/agua-limpia.md', 'plan', 7],
  ])('makes a %s at %s', async (kind, path, type, sections) => {
    expect(await run(kind, 'Agua  limpia')).toMatchObject({
      code: 0,
      out: expect.stringContaining(path),
      err: '',
    });
    expect(await load()).toMatchObject({ documents: [], skipped: [{ path, rule: 'draft' }] });
    writeFileSync(join(dir, path), filled(read(path)));
    const { documents, problems } = await load();
    expect(problems).toEqual([]);
    expect(documents).toMatchObject([{ path, kind: type, title: 'Agua limpia', date: TODAY }]);
    expect(documents[0]?.sections.filter(({ units }) => units.length > 0)).toHaveLength(sections);
    expect(documents[0]?.questions.length).toBeGreaterThanOrEqual(3);
  });

  it('puts the number of a plan that the title names', async () => {
    await run('plan', 'VI Plan de Acción 2026-2028');
    const path = 'planes/vi-plan-de-accion-2026-2028.md';
    writeFileSync(join(dir, path), filled(read(path)));
    expect((await load()).documents[0]?.plans).toEqual([6]);
  });

  it('uses the folder that the maintainers have for a kind', async () => {
    mkdirSync(join(dir, 'blog'));
    expect((await run('publicacion', 'Nota')).out).toContain('blog/2025-06-15-nota.md');
  });

  it('never overwrites', async () => {
    await run('desafio', 'Agua');
    writeFileSync(join(dir, 'desafios/agua.md'), 'Mío.');
    expect(await run('desafio', 'agua')).toMatchObject({ code: 1, out: '' });
    expect(read('desafios/agua.md')).toBe('Mío.');
  });

  it.each([
    ['', 'Agua'],
    ['poema', 'Agua'],
    ['plan', ''],
    ['plan', ' ¿? '],
    ['plan', 'x'.repeat(151)],
  ])('refuses «%s» «%s» and makes nothing', async (kind, title) => {
    const { code, out, err } = await run(kind, title);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
    expect((await load()).skipped).toEqual([]);
  });

  it('refuses a folder that does not exist', async () => {
    rmSync(dir, { recursive: true });
    expect(await run('plan', 'Agua')).toMatchObject({ code: 2, err: expect.stringContaining(dir) });
  });

  it('stays inside the folder and reads back as written, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (raw) => {
        const title = `${raw.replace(/[\s\p{C}]+/gu, ' ').trim()} a`;
        expect(slugOf(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        const text = filled(newFile('plan', title, TODAY));
        const reading = readDocument('planes/x.md', new TextEncoder().encode(text), { today: TODAY });
        expect(reading.status).toBe('served');
      }),
      { numRuns: 200 },
    );
  });
});

describe('aga new termino', () => {
  it('adds a section at the end of the glossary, and leaves the rest as it is', async () => {
    const before = '---\ntitle: Glosario\n---\n\n## MRI (Mecanismo)\n\nEl MRI evalúa.';
    mkdirSync(join(dir, 'glosario'));
    writeFileSync(join(dir, 'glosario/glosario.md'), before);
    expect(await run('termino', 'Control social')).toMatchObject({ code: 0, err: '' });
    const after = read('glosario/glosario.md');
    expect(after.startsWith(`${before}\n\n## Control social\n`)).toBe(true);
    expect(termIn(after, 'control social')).toBe(9);
    expect((await run('termino', 'CONTROL SOCIAL')).code).toBe(1);
    expect((await run('termino', 'mri')).err).toContain('5');
    expect(read('glosario/glosario.md')).toBe(after);
  });

  it('keeps the line ends of the glossary', async () => {
    writeFileSync(join(dir, 'glosario.md'), '## MRI\r\n\r\nEl MRI evalúa.\r\n');
    await run('termino', 'OGP');
    expect(read('glosario.md').replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('starts a glossary where there is none', async () => {
    await run('termino', 'OGP');
    writeFileSync(join(dir, 'glosario/glosario.md'), filled(read('glosario/glosario.md')));
    expect((await load()).documents).toMatchObject([{ kind: 'glosario', sections: [{ heading: 'OGP' }] }]);
  });
});
