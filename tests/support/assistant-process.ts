import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { builtMain } from './built.ts';

/** The assistant, running as a process of its own in an empty folder. */
export interface AssistantProcess {
  readonly child: ChildProcessWithoutNullStreams;
  output(): string;
  log(): string;
  /** Resolves to the exit code, or to the signal's name that ended the process. */
  readonly exit: Promise<number | NodeJS.Signals | null>;
}

/** A folder for one test file; `remove` deletes it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'aga-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes a knowledge folder of one document into `folder`. */
export function writeKnowledge(folder: string): void {
  writeFileSync(
    join(folder, 'iii-plan.md'),
    `---
title: III Plan de Acción
tipo: plan
plan: 3
date: 2017-09-22
---

## ¿Cuántos compromisos tuvo el III Plan?

El III Plan de Acción tuvo 26 compromisos.
`,
  );
  writeFileSync(join(folder, 'tesauro.yml'), '- [compromiso, promesa]\n');
}

/**
 * Starts the built process in `cwd` with only `env` and the search path in its environment. On a platform it keeps
 * what it keeps in a file of its own, so that no process knows of another's messages.
 */
export function startAssistant(cwd: string, env: Readonly<Record<string, string>>): AssistantProcess {
  const isOnPlatform = Object.keys(env).some((name) => /^(?:TELEGRAM|SLACK|WEB)_/.test(name));
  const kept = isOnPlatform ? { DATABASE_FILE: join(cwd, `${randomUUID()}.db`) } : {};
  const child = spawn(process.execPath, [builtMain], {
    cwd,
    env: { PATH: process.env.PATH, ...kept, ...env },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => {});
  return {
    child,
    output: () => Buffer.concat(out).toString('utf8'),
    log: () => Buffer.concat(err).toString('utf8'),
    exit: once(child, 'close').then(([code, signal]) => code ?? signal),
  };
}

/** Waits until `text()` matches, and gives the match. */
export function matching(text: () => string, pattern: RegExp): Promise<RegExpExecArray> {
  return vi.waitFor(
    () => {
      const match = pattern.exec(text());
      if (match === null) throw new Error(`${pattern} is not in: ${text()}`);
      return match;
    },
    { timeout: 40_000, interval: 20 },
  );
}
