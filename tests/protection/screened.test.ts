import { describe, expect, it } from 'vitest';
import type { Inbox, IncomingMessage } from '../../src/messaging/index.ts';
import { capped } from '../../src/protection/capped.ts';
import { guarded } from '../../src/protection/guarded.ts';
import { screened } from '../../src/protection/screened.ts';
import { messageOf } from '../support/questions.ts';

/** An inbox that keeps all that it is given, and knows the messages of `known`. */
function keeping(known: readonly string[] = []): Inbox & { readonly kept: IncomingMessage[] } {
  const kept: IncomingMessage[] = [];
  return {
    kept,
    receive: async (messages) => {
      kept.push(...messages);
      return messages.filter(({ id }) => !known.includes(id));
    },
    settle: async (message) => void kept.push(message),
    release: async () => {},
    leftOpen: async () => kept,
  };
}

const PUBLIC = messageOf('¿Qué es el MRI?', 'ana');
const PERSONAL = messageOf('mi cédula es 1.020.345.678', 'luz');
const COMMAND = messageOf({ kind: 'command', name: 'buscar', args: 'celular 300 123 4567' }, 'eva');
const LONG = messageOf('a'.repeat(5_000), 'sol');

describe('screened', () => {
  it('gives the adapter whole messages, and the inbox none that will be refused', async () => {
    const inbox = keeping();
    const screening = screened(inbox, [capped, guarded]);
    const all = [PUBLIC, PERSONAL, COMMAND, LONG];
    expect(await screening.receive(all)).toEqual(all);
    for (const message of all) await screening.settle(message);
    expect(inbox.kept.map(({ input }) => input).slice(0, 4)).toEqual([
      PUBLIC.input,
      { kind: 'text', text: '' },
      { kind: 'command', name: 'buscar', args: '' },
      { kind: 'text', text: '' },
    ]);
    expect(JSON.stringify(inbox.kept)).not.toMatch(/345|4567|aaa/);
  });

  it('holds back what the inbox knows', async () => {
    const screening = screened(keeping([PERSONAL.id]), [guarded]);
    expect(await screening.receive([PERSONAL, PUBLIC])).toEqual([PUBLIC]);
  });

  it('gives what was left open as the inbox has it', async () => {
    const inbox = keeping();
    const screening = screened(inbox, [guarded]);
    await screening.receive([PERSONAL]);
    expect(await screening.leftOpen('pigeon')).toEqual(inbox.kept);
  });
});
