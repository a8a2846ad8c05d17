import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { commandTexts } from '../../src/texts/commands.ts';
import { startupTexts } from '../../src/texts/startup.ts';
import { temporaryFolder } from '../support/assistant-process.ts';
import { ensureBuilt } from '../support/built.ts';
import { writeFiles } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

const AGA = join(packageRoot, 'dist', 'src', 'commands', 'main.js');
const temporary = temporaryFolder();
const knowledge = join(temporary.path, 'village');
beforeAll(() => {
  ensureBuilt();
  writeFiles(knowledge, VILLAGE);
});
afterAll(() => temporary.remove());

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function aga(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}): Run {
  return spawnSync(process.execPath, [AGA, ...args], {
    cwd: temporary.path,
    env: { PATH: process.env.PATH, KNOWLEDGE_DIR: knowledge, ...env },
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
}

describe('aga ask', () => {
  it('answers a question, quoted or not', () => {
    const quoted = aga(['ask', '¿Quién coordinó el III Plan?']);
    expect(quoted).toMatchObject({ status: 0, stderr: '' });
    expect(quoted.stdout).toContain('Secretaría del Río');
    expect(aga(['ask', 'quien', 'coordino', 'el', 'III', 'plan']).stdout).toBe(quoted.stdout);
  });

  it('takes the folder of --knowledge before that of KNOWLEDGE_DIR', () => {
    const other = join(temporary.path, 'other');
    writeFiles(other, { 'a.md': '# Luz\n\nLa luz llega los martes.\n' });
    const { stdout } = aga(['ask', '--knowledge', other, '¿Cuándo llega la luz?']);
    expect(stdout).toContain('La luz llega los martes.');
  });

  it('answers 2,000 lines in order, the wrong ones too', () => {
    const texts = ['¿Quién coordinó el III Plan?', 'gracias', 'zurubí', 'cuantos compromisos tuvo el plan 5'];
    const lines = Array.from({ length: 2000 }, (_, id) =>
      id % 100 === 99 ? '{"id":' : JSON.stringify({ id, text: texts[id % texts.length] }),
    );
    const { status, stdout, stderr } = aga(['ask', '--jsonl'], lines.join('\r\n'));
    expect([status, stderr]).toEqual([0, '']);
    const answers: { id: number | null; status: string }[] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(lines.map((_, id) => (id % 100 === 99 ? null : id)));
    expect(answers.filter((answer) => answer.status === 'error')).toHaveLength(20);
  });

  it('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [AGA, 'ask', '--jsonl', '--knowledge', knowledge]);
    child.stdin.write('{"id":"uno","text":"hola"}\n');
    const [first] = await once(child.stdout, 'data');
    expect(JSON.parse(String(first))).toMatchObject({ id: 'uno', status: 'small-talk' });
    child.stdin.end();
    expect((await once(child, 'close'))[0]).toBe(0);
  });

  it('ends in silence when nobody reads its answers', async () => {
    const child = spawn(process.execPath, [AGA, 'ask', '--jsonl', '--knowledge', knowledge]);
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += String(chunk);
    });
    child.stdin.on('error', () => {});
    child.stdin.write('{"id":1,"text":"hola"}\n');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write('{"id":2,"text":"hola"}\n'.repeat(3000));
    expect((await once(child, 'close'))[0]).toBe(0);
    expect(errors).toBe('');
  });
});

describe('aga eval', () => {
  const evaluate = (floor: number, question: string): Run => {
    const dir = join(temporary.path, `eval-${floor}`);
    writeFiles(dir, {
      ...VILLAGE,
      'planes/iii.md': (VILLAGE['planes/iii.md'] ?? '').replace(
        'weight: 3\n',
        `weight: 3\npreguntas:\n  - ${question}\n`,
      ),
      'pisos.yml': `fuente_primera: ${floor}\nfuente_entre_tres: 0\ntexto_presente: 0\nsin_respuesta_declinadas: 0\nequivocadas_con_confianza: 100\ndialogos: 0\n`,
    });
    return aga(['eval', '--knowledge', dir]);
  };

  it('exits with 0 when every figure reaches its floor', () => {
    const { status, stdout } = evaluate(100, '¿Quién coordinó el III Plan? → Secretaría del Río');
    expect(stdout).toMatch(/Fuente correcta en primer lugar +100\.0 %/);
    expect(stdout).not.toContain('PISO');
    expect(status).toBe(0);
  });

  it('exits with 1 and names the figure when one is under its floor', () => {
    const { status, stdout } = evaluate(99, 'zurubí xilófono');
    expect(stdout).toMatch(/PISO: «Fuente correcta en primer lugar» es 0\.0 % y el piso es 99 %/);
    expect(status).toBe(1);
  });
});

describe('aga with an order that it does not have', () => {
  it.each([[[]], [['volar']], [['ask']], [['--help']]])(
    'tells how it is used and exits with 2: %j',
    (args) => {
      const { status, stdout, stderr } = aga(args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toBe(`${commandTexts.usage}\n`);
    },
  );
});

describe('aga with an .env that cannot be read', () => {
  it('names it without a stack and exits with 1', () => {
    const file = join(temporary.path, '.env');
    mkdirSync(file);
    const { status, stderr } = aga(['report']);
    rmdirSync(file);
    expect([status, stderr]).toEqual([1, `${startupTexts.unreadableFile(file, 'EISDIR')}\n`]);
  });
});

describe('aga with a folder that does not exist', () => {
  it('names it without a stack and exits with 1', () => {
    const { status, stderr } = aga(['ask', 'hola', '--knowledge', join(temporary.path, 'ninguna')]);
    expect(status).toBe(1);
    expect(stderr).toContain('ninguna');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
