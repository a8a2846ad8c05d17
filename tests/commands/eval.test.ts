import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { evaluate } from '../../src/commands/eval.ts';
import { loadFolder } from '../../src/knowledge/index.ts';
import { temporaryFolder } from '../support/assistant-process.ts';
import { type Files, writeFiles } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

const temporary = temporaryFolder();
afterAll(() => temporary.remove());

const QUESTION = '¿Quién coordinó el III Plan?';
const THIRD = (VILLAGE['planes/iii.md'] ?? '').replace(
  'weight: 3\n',
  `weight: 3\npreguntas:\n  - ${QUESTION} → Secretaría del Río\n`,
);
let dir: string;
let number = 0;
beforeEach(() => {
  dir = join(temporary.path, String(number++));
  writeFiles(dir, { ...VILLAGE, 'planes/iii.md': THIRD });
});

async function run(options?: Parameters<typeof evaluate>[3], changed: Files = {}): Promise<[number, string]> {
  writeFiles(dir, changed);
  let text = '';
  const output = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  const code = await evaluate(await loadFolder(dir, { today: '2026-05-01' }), dir, output, options);
  return [code, text];
}

describe('evaluate', () => {
  it('shows the figures, the registers, the files and the curve', async () => {
    const [code, text] = await run();
    expect(code).toBe(0);
    expect(text).toMatch(/Fuente correcta en primer lugar +100\.0 %/);
    expect(text).toMatch(/clara +1 +100\.0 %/);
    expect(text).toMatch(/planes\/iii\.md +1\/1/);
    expect(text).toMatch(/0\.9 +\d+\.\d %/);
    expect(existsSync(join(dir, 'respuestas.json'))).toBe(false);
  });

  it('tells of each question that failed when asked to', async () => {
    const wrong = THIRD.replace('→ Secretaría del Río', '→ Secretaría del Mar');
    const [, brief] = await run({}, { 'planes/iii.md': wrong });
    expect(brief).not.toContain(`[clara] ${QUESTION}`);
    const [, verbose] = await run({ verbose: true });
    expect(verbose).toContain(`- [clara] ${QUESTION}`);
    expect(verbose).toContain('Secretaría del Mar');
  });

  it('fails when an agreed answer comes from another place', async () => {
    const [accepted] = await run({ accept: true });
    expect(accepted).toBe(0);
    expect((await run())[0]).toBe(0);
    const moved = THIRD.replace(`## ${QUESTION}`, '## Quiénes coordinan');
    const [code, text] = await run({}, { 'planes/iii.md': moved });
    expect(code).toBe(1);
    expect(text).toContain(
      `- ${QUESTION}\n      planes/iii.md#quién-coordinó-el-iii-plan → planes/iii.md#quiénes-coordinan`,
    );
  });

  it('fails when the file of an agreed answer is deleted', async () => {
    await run({ accept: true });
    rmSync(join(dir, 'planes/iii.md'));
    const [code, text] = await run();
    expect(code).toBe(1);
    expect(text).toContain(`- ${QUESTION}\n      planes/iii.md#quién-coordinó-el-iii-plan → ya no acierta`);
  });

  it('fails when another page takes the place of an agreed answer', async () => {
    await run({ accept: true });
    const decoy = `---\ntitle: ${QUESTION}\ntipo: pagina\n---\n\n## ${QUESTION}\n\nQuién coordinó el III Plan no se cuenta aquí.\n`;
    const [code, text] = await run({}, { 'imitacion.md': decoy });
    expect(code).toBe(1);
    expect(text).toContain(`- ${QUESTION}\n`);
  });

  it('says what to do when the agreed answers cannot be read', async () => {
    for (const broken of ['{"una": ', '{"una": 1}', '[]']) {
      const reading = run({}, { 'respuestas.json': broken });
      await expect(reading).rejects.toThrow(/respuestas\.json: No se entiende .+ «aga eval --accept»\./);
    }
    expect((await run({ accept: true }))[0]).toBe(0);
  });

  it('fails when the evaluation cannot be read, and says where', async () => {
    const [code, text] = await run({}, { 'evaluacion.yml': 'dialogos:\n  - "sin cerrar\n' });
    expect(code).toBe(1);
    expect(text).toMatch(/^evaluacion\.yml:\d+: .+ → .+$/m);
  });
});
