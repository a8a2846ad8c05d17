import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Assistant, createAssistant } from '../src/assistant.ts';
import type { KnowledgeFolder } from '../src/knowledge/document.ts';
import { type IncomingMessage, plainText } from '../src/messaging/index.ts';
import { openKnowledge, watchKnowledge } from '../src/open-knowledge.ts';
import { soon } from './support/live-folder.ts';
import { saveManyTimes } from './support/saves.ts';

const NOW = new Date('2025-06-15T12:00:00Z');

let dir = '';
let controller: AbortController;
let assistant: Assistant;
let folder: KnowledgeFolder;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'servida-'));
  controller = new AbortController();
});
afterEach(() => {
  controller.abort();
  rmSync(dir, { recursive: true, force: true });
});

const plan = (numeral: string, commitments: number | string): string => `---
title: ${numeral} Plan de Acción
tipo: plan
---

## ¿Cuántos compromisos tuvo el ${numeral} Plan?

El ${numeral} Plan de Acción tuvo ${commitments} compromisos.

## ¿Quién coordinó el ${numeral} Plan?

El ${numeral} Plan lo coordinó la Secretaría de Transparencia.
`;

const write = (path: string, content: string): void => writeFileSync(join(dir, path), content);

async function serve(): Promise<void> {
  folder = await watchKnowledge(dir, {
    now: () => NOW,
    signal: controller.signal,
    onChange: ({ folder: next }) => {
      assistant.serve(next);
      folder = next;
    },
    onFailure: (error) => expect.fail(String(error)),
  });
  assistant = createAssistant({ folder, now: () => NOW });
}

function ask(text: string): { readonly status: string; readonly text: string } {
  const message: IncomingMessage = {
    id: '1',
    platform: 'test',
    conversation: { id: text, kind: 'direct' },
    author: { id: 'a' },
    input: { kind: 'text', text },
  };
  const { status, reply } = assistant.answer(message);
  return { status, text: plainText(reply) };
}

const QUESTION = '¿Cuántos compromisos tuvo el III Plan?';
const ANSWER = /El III Plan de Acción tuvo \d+ compromisos/;

describe('a folder that is served while it changes', () => {
  it('answers from an edit, and not from what is deleted', async () => {
    write('iii.md', plan('III', 26));
    write('iv.md', plan('IV', 15));
    await serve();
    expect(ask(QUESTION)).toMatchObject({ status: 'answered', text: expect.stringContaining('26') });
    write('iii.md', plan('III', 25));
    await soon(() => expect(ask(QUESTION).text).toContain('25 compromisos'));
    unlinkSync(join(dir, 'iii.md'));
    await soon(() => expect(ask(QUESTION).text).not.toContain('25 compromisos'));
    expect(ask('¿Cuántos compromisos tuvo el IV Plan?').text).toContain('15');
  });

  it('answers every question during a burst of 1,000 saves, and ends as it would be read cold', async () => {
    mkdirSync(join(dir, 'planes'));
    const others = { i: 17, ii: 19, iv: 15, v: 23 };
    write('planes/iii.md', plan('III', 26));
    for (const [name, commitments] of Object.entries(others))
      write(`planes/${name}.md`, plan(name.toUpperCase(), commitments));
    await serve();

    let isSaving = true;
    const saving = saveManyTimes(join(dir, 'planes/iii.md'), plan('III', '1{n}'), 1_000).finally(() => {
      isSaving = false;
    });
    const answers: { readonly status: string; readonly text: string }[] = [];
    while (isSaving) {
      answers.push(ask(QUESTION));
      await sleep(1);
    }
    await saving;
    expect(answers.length).toBeGreaterThan(100);
    expect(answers.filter(({ status, text }) => status !== 'answered' || !ANSWER.test(text))).toEqual([]);
    await soon(() => expect(ask(QUESTION).text).toContain('1999 compromisos'));
    await soon(async () => expect(folder).toEqual(await openKnowledge(dir, { now: NOW })));
  });

  it('takes the own thesaurus as soon as there is one, and the one of the package when it is gone', async () => {
    write('a.md', 'El presupuesto del plan fue de 20 millones.');
    await serve();
    const shipped = folder.synonyms.length;
    expect(shipped).toBeGreaterThan(20);
    write('tesauro.yml', '- [presupuesto, parné]\n');
    await soon(() => expect(folder.synonyms.map(({ words }) => words)).toEqual([['presupuesto', 'parné']]));
    unlinkSync(join(dir, 'tesauro.yml'));
    await soon(() => expect(folder.synonyms).toHaveLength(shipped));
  });
});
