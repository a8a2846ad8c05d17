import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../src/messaging/index.ts';
import { describeFailure, retryPause } from './failure.ts';

/** Makes a call again while Slack says that it did nothing. Rejects with the SDK's last error. */
export type Insist = <T>(call: () => Promise<T>) => Promise<T>;

/** Attempts of one call. */
const ATTEMPTS = 4;

/** Waits when Slack says so, without holding other calls back. `cut` ends the waiting. */
export function createInsist(logger: Logger, cut: AbortSignal): Insist {
  return async (call) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await call();
      } catch (error) {
        const pause = retryPause(error, attempt);
        if (pause === undefined || attempt === ATTEMPTS) throw error;
        logger.warn('slack.delayed', { error: describeFailure(error), retryInMs: pause });
        await sleep(pause, undefined, { signal: cut });
      }
    }
  };
}
