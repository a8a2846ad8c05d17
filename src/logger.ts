import type { Logger } from './messaging/index.ts';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** From the most talkative to the quietest. */
export type LogLevel = (typeof LEVELS)[number];

/** What a log needs: `write` gets whole lines with their line end, `now` is the clock. */
export interface LoggerOptions {
  readonly level: LogLevel;
  /** Values that never appear in a line, as written or as part of an address. */
  readonly secrets: readonly string[];
  readonly write: (line: string) => void;
  readonly now: () => Date;
}

/** Deepest nesting of a field that is written out. */
const DEEPEST = 6;

/**
 * A log of one JSON object a line: `time` (ISO, UTC), `level`, `event`, then the fields. Errors are written
 * with name, message, stack and cause.
 */
export function createLogger({ level, secrets, write, now }: LoggerOptions): Logger {
  const redact = redactor(secrets);
  const at =
    (lineLevel: LogLevel) =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      if (LEVELS.indexOf(lineLevel) < LEVELS.indexOf(level)) return;
      const head = { time: now().toISOString(), level: lineLevel, event: redact(event) };
      write(`${JSON.stringify({ ...head, ...entries(fields, redact, DEEPEST), ...head })}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function redactor(secrets: readonly string[]): (text: string) => string {
  const spellings = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const longestFirst = [...new Set(spellings)].sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((safe, secret) => safe.replaceAll(secret, '[redacted]'), text);
}

function plain(value: unknown, redact: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value === 'bigint') return redact(value.toString());
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '[…]';
  if (value instanceof Error) {
    const { name, message, stack, cause } = value;
    return entries({ name, message, stack, ...(cause === undefined ? {} : { cause }) }, redact, depth - 1);
  }
  if (Array.isArray(value)) return value.map((item) => plain(item, redact, depth - 1));
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return plain(value.toJSON(), redact, depth - 1);
  return entries(value, redact, depth - 1);
}

function entries(value: object, redact: (text: string) => string, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [redact(key), plain(field, redact, depth)]),
  );
}
