import type { IncomingMessage, Input, Suggestion } from '../../src/messaging/index.ts';

/**
 * What a typed line means: nothing when it is blank, a command after `/`, the choice of a suggestion when it
 * is a number that `offered` (those of the reply just shown) has, else a text.
 */
export function readInput(line: string, offered: readonly Suggestion[]): Input | undefined {
  const text = line.replaceAll('\uFEFF', '').trim();
  if (text === '') return undefined;
  const command = /^\/(\S+)\s*(.*)$/su.exec(text);
  if (command !== null) {
    return { kind: 'command', name: (command[1] ?? '').toLowerCase(), args: command[2] ?? '' };
  }
  const number = /^(\d{1,3})[.)]?$/u.exec(text);
  const chosen = number === null ? undefined : offered[Number(number[1]) - 1];
  return chosen === undefined ? { kind: 'text', text } : { kind: 'choice', id: chosen.id };
}

/** The message number `count` of the one person at this console. */
export function consoleMessage(count: number, input: Input): IncomingMessage {
  return {
    id: `console-${count}`,
    platform: 'console',
    conversation: { id: 'console', kind: 'direct' },
    author: { id: 'console' },
    input,
  };
}
