import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/package-root.ts';
import { temporaryFolder, writeKnowledge } from '../support/assistant-process.ts';
import { ensureBuilt } from '../support/built.ts';

const AGA = join(packageRoot, 'dist', 'src', 'commands', 'main.js');
const temporary = temporaryFolder();
const folder = join(temporary.path, 'documentos');
const QUESTION = '¿Cuántos compromisos tuvo el III Plan?';

beforeAll(() => {
  ensureBuilt();
  mkdirSync(folder);
  writeKnowledge(folder);
});
afterAll(() => temporary.remove());

function aga(...args: string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [AGA, ...args], {
    cwd: temporary.path,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, KNOWLEDGE_DIR: folder },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('aga for those who keep a folder', () => {
  it.each([[], ['preview'], ['diff'], ['new'], ['new', 'poema', 'Agua']])('explains «%s %s»', (...args) => {
    const { code, out, err } = aga(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Uso: aga /);
  });

  it('lists its commands', () => {
    for (const command of ['new', 'preview', 'stats', 'diff']) expect(aga().err).toContain(`aga ${command} `);
  });

  it('previews, and with --raw gives the payloads alone', () => {
    expect(aga('preview', QUESTION)).toMatchObject({ code: 0, out: expect.stringContaining('Confianza') });
    const payloads = JSON.parse(aga('preview', QUESTION, '--raw').out);
    expect(Object.keys(payloads)).toEqual(['console', 'telegram', 'slack', 'web']);
  });

  it('counts', () => {
    expect(aga('stats')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('1 documentos') });
  });

  it('makes a file once', () => {
    expect(aga('new', 'desafio', 'Agua', 'limpia')).toMatchObject({ code: 0, err: '' });
    expect(aga('new', 'desafio', 'Agua limpia')).toMatchObject({ code: 1, out: '' });
  });

  it('has nothing to compare with outside a repository', () => {
    expect(aga('diff', 'HEAD')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('git') });
  });
});

describe('the workflow for changes of the folder', () => {
  const source = readFileSync(join(packageRoot, '.github/workflows/knowledge.yml'), 'utf8');
  const workflow = parse(source);

  it('may only read, and runs on changes of the folder alone', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.on).toEqual({ pull_request: { paths: ['knowledge/**'] } });
    expect(workflow.jobs.knowledge.steps[0].with['persist-credentials']).toBe(false);
  });

  it('runs check, eval and diff, and no text of the proposal as a command', () => {
    const runs = workflow.jobs.knowledge.steps.flatMap((step: { run?: string }) => step.run ?? []);
    for (const command of ['check knowledge --format github', 'eval', 'diff HEAD^1'])
      expect(runs.join('\n')).toContain(`dist/src/commands/main.js ${command}`);
    expect(runs.join('\n')).not.toContain('${{');
  });
});
