import type { Logger } from '../messaging/index.ts';

/** Does `work` with the store; resolves with nothing when the store can't be reached. Never rejects. */
export type Attempt = <T>(work: () => Promise<T>) => Promise<{ readonly value: T } | undefined>;

/** Milliseconds during which the store is left alone after it could not be reached. */
const PAUSE = 5_000;

/**
 * Attempts that share what they learn: after a failure none is made for 5 s, so that no answer waits for a store
 * that is down. Logs when it goes and when it comes back, not each time.
 */
export function createAttempt(now: () => Date, logger: Logger | undefined): Attempt {
  let again: number | undefined;
  return async (work) => {
    if (again !== undefined && now().getTime() < again) return undefined;
    try {
      const value = await work();
      if (again !== undefined) logger?.info('store is back');
      again = undefined;
      return { value };
    } catch (error) {
      if (again === undefined)
        logger?.error('store is out of reach; messages are answered from memory', {
          reason: reasonOf(error),
        });
      again = now().getTime() + PAUSE;
      return undefined;
    }
  };
}

/** The short code of an engine's error. Its message may quote what was being stored. */
export function reasonOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  if (!(error instanceof Error)) return 'unknown';
  return /timeout/i.test(error.message) ? 'timeout' : error.name;
}
