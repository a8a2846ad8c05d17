import { run } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import { ALLOWED_UPDATES } from './connect.ts';
import { operatorError } from './failure.ts';

/** Most updates that are handled at the same time; Telegram keeps the rest. */
const CONCURRENCY = 500;

/**
 * Fetches updates until the signal aborts. Rejects with an operator error when Telegram refuses for good, or
 * has been out of reach for 15 hours.
 */
export async function poll(bot: Bot, token: string, signal: AbortSignal): Promise<void> {
  const runner = run(bot, {
    runner: { fetch: { allowed_updates: ALLOWED_UPDATES }, retryInterval: 'quadratic', silent: true },
    sink: { concurrency: CONCURRENCY },
  });
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener(
      'abort',
      () => {
        void runner.stop();
        resolve();
      },
      { once: true },
    );
  });
  try {
    await Promise.race([runner.task(), stopped]);
  } catch (error) {
    throw operatorError(error, token);
  }
}
