import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diff } from '../../src/commands/diff.ts';
import { openKnowledge } from '../../src/open-knowledge.ts';
import { writtenTo } from '../support/written-to.ts';

const NOW = new Date('2025-06-15T12:00:00Z');
let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'repositorio-'));
  git('init', '--quiet', '--initial-branch=main');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function git(...args: string[]): string {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', ['-C', top, ...identity, ...args], { encoding: 'utf8' });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'x');
}

const plan = (commitments: number, question = '¿Cuántos compromisos tuvo el III Plan?'): string =>
  `---\ntitle: III Plan\nplan: 3\npreguntas:\n  - ${question}\n---\n\n## ¿Cuántos compromisos tuvo el III Plan?\n\nEl III Plan tuvo ${commitments} compromisos.\n`;

async function run(revision: string, dir = join(top, 'textos')) {
  const output = writtenTo();
  const errors = writtenTo();
  const open = (place: string) => openKnowledge(place, { now: NOW });
  const code = await diff({ dir, revision, now: NOW, errors: errors.stream, open }, output.stream);
  return { code, out: output.text(), err: errors.text() };
}

describe('aga diff', () => {
  beforeEach(() => {
    write('textos/iii.md', plan(26));
    write('otra/cosa.txt', 'x');
    commit();
  });

  it('ends with 0 when no answer changes', async () => {
    expect(await run('HEAD')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('1 preguntas'),
    });
  });

  it('shows the question, the answer before and the answer now, and ends with 1', async () => {
    write('textos/iii.md', plan(25));
    const { code, out } = await run('main');
    expect(code).toBe(1);
    expect(out).toMatch(
      /1\. ¿Cuántos compromisos.*\n +Antes:\n +.*26 compromisos[\s\S]*Ahora:\n +.*25 compromisos/,
    );
  });

  it('asks the questions of both sides', async () => {
    write('textos/iii.md', plan(25, '¿Cuántas promesas tuvo el III Plan?'));
    const { out } = await run('HEAD');
    expect(out).toContain('¿Cuántos compromisos tuvo el III Plan?');
    expect(out).toContain('¿Cuántas promesas tuvo el III Plan?');
  });

  it('shows the answers that a new, a deleted and a renamed file change', async () => {
    write(
      'textos/iv.md',
      plan(15, '¿Cuántos compromisos tuvo el IV Plan?').replaceAll('III', 'IV').replace('plan: 3', 'plan: 4'),
    );
    expect((await run('HEAD')).out).toMatch(
      /IV Plan\?\n +Antes:\n +No lo sé[\s\S]*Ahora:\n +El IV Plan tuvo 15/,
    );
  });

  it('leaves the repository as it is, and nothing behind', async () => {
    write('textos/iii.md', plan(25));
    write('textos/nuevo.md', 'Algo.');
    git('add', 'textos/nuevo.md');
    const state = (): string => git('status', '--porcelain') + git('stash', 'list');
    const copies = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('aga-diff-'));
    const before = [state(), copies()];
    await run('HEAD');
    expect([state(), copies()]).toEqual(before);
  });

  it.each([
    'nada',
    '--output=robo',
    '-p',
    'HEAD; touch robo',
    'HEAD..main',
    'HEAD:textos',
    '$(touch robo)',
    '',
  ])('refuses «%s» as a revision', async (revision) => {
    expect(await run(revision)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(revision) });
    expect(existsSync(join(top, 'robo')) || existsSync('robo')).toBe(false);
  });

  it('says when the folder was not there, or is in no repository', async () => {
    write('nueva/iii.md', plan(26));
    expect(await run('HEAD', join(top, 'nueva'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('nueva'),
    });
    const outside = mkdtempSync(join(tmpdir(), 'fuera-'));
    writeFileSync(join(outside, 'a.md'), 'Algo.');
    expect(await run('HEAD', outside)).toMatchObject({ code: 2, err: expect.stringContaining('git') });
    rmSync(outside, { recursive: true });
  });

  it('compares the top of a repository too', async () => {
    expect((await run('HEAD', top)).code).toBe(0);
  });
});
