import type { Logger } from '../../src/messaging/index.ts';

/** One line of the log. */
export interface LogEntry {
  readonly level: keyof Logger;
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A logger that keeps what it is told, oldest first. */
export interface RecordingLogger extends Logger {
  readonly entries: readonly LogEntry[];
}

/** Makes a logger for tests that look at the log. */
export function recordingLogger(): RecordingLogger {
  const entries: LogEntry[] = [];
  const record =
    (level: keyof Logger): Logger['info'] =>
    (event, fields = {}) => {
      entries.push({ level, event, fields });
    };
  return {
    entries,
    debug: record('debug'),
    info: record('info'),
    warn: record('warn'),
    error: record('error'),
  };
}
