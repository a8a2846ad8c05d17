import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { Logger } from '../../src/messaging/index.ts';
import { describeFailure, isFinal, operatorError } from './failure.ts';

/** Longest pause between two attempts, in milliseconds. */
const LONGEST_PAUSE = 30_000;

/**
 * Tries `task` until it succeeds. Resolves with nothing when the signal aborts first; rejects with an operator
 * error when Slack refuses the token of `variable` for good.
 */
export async function persist<T>(
  task: () => Promise<T>,
  variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN',
  logger: Logger,
  signal: AbortSignal,
): Promise<T | undefined> {
  const aborted = once(signal, 'abort').then(() => undefined);
  for (let pause = 1_000; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    try {
      return await Promise.race([task(), aborted]);
    } catch (error) {
      if (signal.aborted) return undefined;
      if (isFinal(error)) throw operatorError(variable, error);
      const asked = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1_000 : 0;
      const retryInMs = Math.max(pause, asked);
      logger.warn('slack.unreachable', { error: describeFailure(error), retryInMs });
      await sleep(retryInMs, undefined, { signal }).catch(() => {});
    }
  }
  return undefined;
}
