import { run } from '@grammyjs/runner';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { ALLOWED_UPDATES } from './connect.ts';
import { operatorError } from './failure.ts';
import type { Request } from './incoming.ts';
import type { Received } from './intake.ts';

/** Most updates that are handled at the same time; Telegram keeps the rest. */
const CONCURRENCY = 500;

/** What becomes of the updates that polling brings. */
export interface Polling {
  /** Takes updates in: the next call confirms to Telegram that they arrived. */
  readonly receive: (updates: readonly Update[]) => Promise<readonly Received[]>;
  /** Does what one of them asks. Never rejects. */
  readonly take: (request: Request) => Promise<void>;
}

/**
 * Fetches updates until the signal aborts. Rejects with an operator error when Telegram refuses for good, or
 * has been out of reach for 15 hours.
 */
export async function poll(
  api: Api,
  { receive, take }: Polling,
  token: string,
  signal: AbortSignal,
): Promise<void> {
  const fetcher = {
    api: {
      getUpdates: async (...[payload, cancelled]: Parameters<Api['getUpdates']>) => [
        ...(await receive(await api.getUpdates(payload, cancelled))),
      ],
    },
    handleUpdate: async ({ request }: Received) => {
      if (request !== undefined && !signal.aborted) await take(request);
    },
    errorHandler: () => {},
  };
  const runner = run(fetcher, {
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
