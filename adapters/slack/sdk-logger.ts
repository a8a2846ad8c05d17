import { LogLevel, type Logger as SdkLogger } from '@slack/bolt';
import type { Logger } from '../../src/messaging/index.ts';
import { redact } from './failure.ts';

/**
 * The SDK's log as lines of ours. Only warnings and errors pass: below them the SDK writes requests and
 * events out, with the texts of persons.
 */
export function sdkLogger(logger: Logger): SdkLogger {
  const pass =
    (level: 'warn' | 'error') =>
    (...parts: unknown[]): void => {
      logger[level]('slack.sdk', { message: redact(parts.map(String).join(' ')) });
    };
  return {
    debug: () => {},
    info: () => {},
    warn: pass('warn'),
    error: pass('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
