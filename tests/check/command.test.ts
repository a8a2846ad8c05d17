import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CheckOptions, check } from '../../src/commands/check.ts';
import { openKnowledge, shippedKnowledge } from '../../src/open-knowledge.ts';
import { page } from './checking.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aga-check-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}

async function run(
  options: Partial<CheckOptions> = {},
): Promise<{ code: number; output: string; errors: string }> {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const now = new Date('2026-06-15T12:00:00-05:00');
  const where = options.dir ?? dir;
  const open = () => openKnowledge(where, { now });
  const code = await check({ dir: where, format: 'text', fix: false, now, errors, open, ...options }, output);
  const read = (stream: PassThrough): string => String(stream.read() ?? '');
  return { code, output: read(output), errors: read(errors) };
}

const found = (output: string): { file: string; line: number; rule: string; severity: string }[] =>
  JSON.parse(output);

describe('aga check', () => {
  it('ends with 1 for an error and 0 for less', async () => {
    put({ 'mesas.md': page('Los xx asistentes hablaron.') });
    const failed = await run();
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('mesas.md:12: error: Hay un texto sin completar: «xx».');
    put({ 'mesas.md': page('### Las mesas\n\nHablaron del SUIT.') });
    const passed = await run();
    expect(passed).toMatchObject({ code: 0, errors: '' });
    expect(passed.output).toMatch(/0 errores, 1 aviso y 1 sugerencia en 1 archivo\.\n$/);
  });

  it('ends with 2 for a format or a folder that does not exist', async () => {
    put({ 'mesas.md': page('Hola.') });
    expect(await run({ format: 'xml' })).toEqual({
      code: 2,
      output: '',
      errors: 'El formato «xml» no existe. Use text, json o github.\n',
    });
    const missing = await run({ dir: join(dir, 'no') });
    expect(missing).toMatchObject({ code: 2, output: '' });
    expect(missing.errors).toContain('No se puede abrir la carpeta');
  });

  it('names each file that is not served', async () => {
    put({
      'mesas.md': page('Hola.'),
      'malo.md': '---\ntitle: "Hola\n---\n\nHola.\n',
      'js.md': '---js\n{}\n---\n\nHola.\n',
      'latin.md': Buffer.from('Participaci\xf3n', 'latin1'),
      'nul.md': new Uint8Array([0x41, 0]),
      'grande.md': 'x'.repeat(1024 * 1024 + 1),
      'vacio.md': '',
      'acta.docx': 'x',
      'evaluacion.yml': 'sin_respuesta: [\n',
    });
    symlinkSync(tmpdir(), join(dir, 'fuera'));
    const { code, output } = await run({ format: 'json' });
    expect(code).toBe(1);
    const rules = new Map(found(output).map(({ file, rule }) => [file.split('/').at(-1), rule]));
    expect(Object.fromEntries(rules)).toMatchObject({
      'malo.md': 'yaml',
      'js.md': 'front-matter-language',
      'latin.md': 'encoding',
      'nul.md': 'binary',
      'grande.md': 'too-large',
      'vacio.md': 'empty',
      'acta.docx': 'not-read',
      'evaluacion.yml': 'yaml',
      fuera: 'outside',
    });
  });

  it('is told of a folder with nothing in it', async () => {
    const { code, output } = await run();
    expect(code).toBe(1);
    expect(output).toContain('No hay archivos');
  });

  it('repairs what nobody sees and leaves every other byte', async () => {
    const odd = `\uFEFF${page('La alian\u200Bza y la participacio\u0301n  son de todos.\t\n\n\n* uno\n* dos\u00A0tres')}`;
    const dirty = odd.replaceAll('\n', '\r\n').trimEnd();
    const clean = page('Los xx siguen  aquí.\t');
    const latin = Buffer.from('Participaci\xf3n\r\n', 'latin1');
    put({
      'sucio.md': dirty,
      'limpio.md': clean,
      'latin.md': latin,
      'nota.txt': 'a\r\n',
      'tesauro.yml': '- [a, b]',
    });
    const { code, errors, output } = await run({ fix: true, format: 'json' });
    expect(readFileSync(join(dir, 'sucio.md'), 'utf8')).toBe(
      page('La alianza y la participación  son de todos.\t\n\n\n* uno\n* dos\u00A0tres'),
    );
    expect(readFileSync(join(dir, 'tesauro.yml'), 'utf8')).toBe('- [a, b]\n');
    expect(readFileSync(join(dir, 'limpio.md'), 'utf8')).toBe(clean);
    expect(readFileSync(join(dir, 'latin.md'))).toEqual(latin);
    expect(readFileSync(join(dir, 'nota.txt'), 'utf8')).toBe('a\r\n');
    expect(
      errors
        .trim()
        .split('\n')
        .map((line) => line.split('/').at(-1))
        .sort(),
    ).toEqual(['sucio.md', 'tesauro.yml']);
    expect(code).toBe(1);
    expect(
      found(output)
        .filter(({ file }) => file.endsWith('sucio.md'))
        .map(({ rule }) => rule),
    ).not.toContain('invisible');
    expect((await run({ fix: true })).errors).toBe('');
  });

  it.skipIf(process.getuid?.() === 0)('says which file it could not repair', async () => {
    put({ 'mesas.md': 'sin final' });
    chmodSync(join(dir, 'mesas.md'), 0o444);
    expect((await run({ fix: true })).errors).toContain('No se pudo reparar');
  });
});

describe('the shipped folder', () => {
  it('is clean of errors and warnings', async () => {
    const { code, output } = await run({ dir: shippedKnowledge, format: 'json', now: new Date() });
    expect(found(output).filter(({ severity }) => severity !== 'hint')).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('the 82 files of a Hugo site', () => {
  it('are checked, and each oddity is named', async () => {
    const paragraph = 'El encuentro reunió a las entidades y a la ciudadanía para hablar del plan. '.repeat(
      8,
    );
    for (let index = 0; index < 82; index++)
      put({
        [`blog/nota-${index}.md`]: `+++\ntitle = "Nota ${index}"\ndate = 2020-02-13T10:00:00-05:00\n+++\n\n## Una ${index}\n\n${paragraph}${index}\n\n${`Texto ${index} propio. `.repeat(40)}\n`,
      });
    put({
      'blog/_index.md': '---\ntitle: Blog\n---\n',
      'blog/borrador.md': page('Hola, borrador.', 'draft: true'),
      'blog/manana.md': page('Hola, mañana.').replace('2026-03-01', '2030-01-01'),
      'blog/viejo.md': page('Hola, viejo.', 'expiryDate: 2020-01-01'),
      'blog/copia.md': page('Hola, copia.'),
      'blog/copia-2.md': page('Hola, copia.'),
      'blog/xx.md': page('Los xx asistentes.\r\n\r\nHaga clic aquí para ver la lista.'),
      'blog/enlaces.md': page(
        '{{< figure src="a.png" >}}\n\nVea [uno](../planes/) y [dos](htp://a.co).\n\n<iframe src="x"></iframe>',
      ),
      'blog/sin-titulo.md': 'Hola, sin título.\n',
      'blog/bom.md': `\uFEFF${page('Hola, bom.')}`,
    });
    const { code, output } = await run({ format: 'json' });
    expect(code).toBe(1);
    const named = (file: string): string[] =>
      found(output)
        .filter((each) => each.file.endsWith(`blog/${file}`))
        .map(({ rule }) => rule);
    expect(named('_index.md')).toContain('section');
    expect(named('borrador.md')).toContain('draft');
    expect(named('manana.md')).toContain('future');
    expect(named('viejo.md')).toContain('expired');
    expect([...named('copia.md'), ...named('copia-2.md')]).toContain('duplicate');
    expect(named('xx.md')).toEqual(expect.arrayContaining(['placeholder', 'lost-link', 'line-ends']));
    expect(named('enlaces.md')).toEqual(expect.arrayContaining(['dead-link', 'address']));
    expect(named('sin-titulo.md')).toEqual(expect.arrayContaining(['title', 'no-date']));
    expect(named('bom.md')).toContain('invisible');
  });
});
