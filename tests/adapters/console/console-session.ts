import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { createConsoleAdapter } from '../../../adapters/console/adapter.ts';
import { createInbox } from '../../../src/inbox.ts';
import type { AdapterContext, Handle } from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { type LogEntry, recordingLogger } from '../../support/recording-logger.ts';

/** A console adapter that runs on streams in memory. */
export interface ConsoleSession {
  readonly input: PassThrough;
  readonly output: PassThrough;
  readonly finished: Promise<void>;
  /** Every character that was written, escape sequences included. */
  raw(): string;
  /** What stands on the screen: without escape sequences. */
  screen(): string;
  /** What was logged. */
  readonly entries: readonly LogEntry[];
}

export interface ConsoleOptions {
  readonly terminal?: boolean;
  readonly colour?: boolean;
  readonly columns?: number;
  readonly noColor?: string;
  readonly signal?: AbortSignal;
}

/** Starts the console with `handle`, by default in a pipe. */
export function startConsole(handle: Handle, options: ConsoleOptions = {}): ConsoleSession {
  const { terminal = false, colour = false, columns = 80, noColor, signal } = options;
  const input = Object.assign(new PassThrough(), { isTTY: terminal });
  const output = Object.assign(new PassThrough(), { isTTY: terminal, columns, hasColors: () => colour });
  const written: Buffer[] = [];
  output.on('data', (chunk: Buffer) => written.push(chunk));
  const logger = recordingLogger();
  const context: AdapterContext = {
    handle,
    inbox: createInbox(),
    find: () => [],
    placeOf: () => undefined,
    commands: [],
    texts: adapterTexts,
    logger,
  };
  const adapter = createConsoleAdapter(noColor === undefined ? {} : { NO_COLOR: noColor }, context, {
    input,
    output,
  });
  const finished = adapter.run(signal ?? new AbortController().signal);
  const raw = (): string => Buffer.concat(written).toString('utf8');
  return {
    input,
    output,
    finished,
    raw,
    screen: () => stripVTControlCharacters(raw()),
    entries: logger.entries,
  };
}
