import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Adapter, AdapterContext } from '../../src/messaging/index.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { pipedLines, typedLines } from './lines.ts';
import { createPrinter, type Printer } from './printer.ts';

/** `NO_COLOR` with any value turns bold off (https://no-color.org). */
export const consoleSettings = z.object({ NO_COLOR: z.string().optional() });

/** Where the console reads and writes; the process's own streams fit. */
export interface ConsoleStreams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number; hasColors?(): boolean };
}

/** Lines longer than this, in columns, are tiring to read. */
export const WIDEST = 88;

/**
 * The assistant at a terminal, with a prompt, or in a pipe, where each line gets its answer before the next
 * is read. `run` settles at the end of the input, when the person leaves, or when nobody reads the output.
 */
export function createConsoleAdapter(
  settings: z.output<typeof consoleSettings>,
  context: AdapterContext,
  streams: ConsoleStreams,
): Adapter {
  const { input, output } = streams;
  const isTerminal = input.isTTY === true && output.isTTY === true;
  const colour = isTerminal && settings.NO_COLOR === undefined && output.hasColors?.() === true;
  const conversation = createConversation(context, () => ({
    width: isTerminal ? Math.min(WIDEST, output.columns || 80) : Number.POSITIVE_INFINITY,
    colour,
  }));
  return {
    name: 'console',
    run: async (signal) => {
      if (signal.aborted) return;
      const printer = createPrinter(output);
      try {
        if (isTerminal) await talk(conversation, streams, printer, signal);
        else await answerLines(conversation, pipedLines(input, signal), printer, signal);
      } finally {
        printer.release();
      }
    },
  };
}

async function answerLines(
  conversation: Conversation,
  lines: AsyncIterable<string>,
  printer: Printer,
  signal: AbortSignal,
): Promise<void> {
  let separator = '';
  for await (const line of lines) {
    const input = conversation.read(line);
    if (input === undefined) continue;
    const isRead = await printer.print(`${separator}${await conversation.answer(input)}\n`);
    if (!isRead || signal.aborted) return;
    separator = '\n';
  }
}

async function talk(
  conversation: Conversation,
  { input, output }: ConsoleStreams,
  printer: Printer,
  signal: AbortSignal,
): Promise<void> {
  const left = new AbortController();
  const ending = AbortSignal.any([signal, left.signal]);
  const terminal = createInterface({ input, output, terminal: true });
  let isOpen = true;
  terminal.once('close', () => {
    isOpen = false;
  });
  terminal.on('SIGINT', () => left.abort());
  const lines = typedLines(terminal, ending);
  const prompt = (): void => {
    if (!isOpen || ending.aborted) return;
    terminal.setPrompt(conversation.texts().prompt);
    terminal.prompt();
  };
  try {
    const greeting = await conversation.answer({ kind: 'command', name: 'start', args: '' });
    await printer.print(`${greeting}\n\n${conversation.texts().howToLeave}\n\n`);
    prompt();
    for await (const line of lines) {
      if (ending.aborted || conversation.isFarewell(line)) break;
      const typed = conversation.read(line);
      if (typed !== undefined && !(await printer.print(`\n${await conversation.answer(typed)}\n\n`))) return;
      prompt();
    }
    await printer.print(`\n${conversation.texts().goodbye}\n`);
  } finally {
    terminal.close();
  }
}
