import { setInterval } from 'node:timers';
import type { StoreSettings } from './config.ts';
import type { Logger } from './messaging/index.ts';
import { openStore, reasonOf, type Store } from './store/index.ts';

/** What the process is given: the clock and the log. */
export interface KeepOptions {
  readonly now: () => Date;
  readonly logger: Logger;
}

/** An open store that is looked after until it is closed. */
export interface KeptStore {
  readonly store: Store;
  /** Whether the store answered when it was last asked, a few seconds ago. */
  isReachable(): boolean;
  close(): Promise<void>;
}

/** Milliseconds between signs of life; a process that gives none for a minute loses what it holds. */
const BEAT = 10_000;

/** Milliseconds between two deletions of what is too old. */
const DAY = 86_400_000;

/**
 * Opens the store, tells it that this process lives and deletes what is too old, at once and every day. Resolves
 * with nothing when it can't be opened, and says so in the log: the assistant answers without it. Never rejects.
 */
export async function keepStore(
  { place, hashKey, days }: StoreSettings,
  { now, logger }: KeepOptions,
): Promise<KeptStore | undefined> {
  const where = 'file' in place ? { file: place.file } : { variable: 'DATABASE_URL' };
  let store: Store;
  try {
    store = await openStore({ place, now, logger, ...(hashKey === undefined ? {} : { hashKey }) });
  } catch (error) {
    const remedy = 'file' in place ? 'make the file and its folder writable' : 'start the database';
    logger.error('store could not be opened; messages are answered, but nothing outlives this process', {
      ...where,
      reason: reasonOf(error),
      remedy: `${remedy}, and start the assistant again`,
    });
    return undefined;
  }
  logger.info('store is open', { engine: store.engine });
  let isReachable = true;

  async function beat(): Promise<void> {
    isReachable = await store.isReachable();
    await store.inbox.renew();
    await quietly(() => store.outbox.renew());
  }
  async function forget(): Promise<void> {
    await quietly(async () => logger.info('old rows deleted', await store.retention.enforce(days)));
  }
  /** What the store could not do now it does the next time; the inbox has already said that it is away. */
  async function quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      logger.warn('store could not be kept in order', { reason: reasonOf(error) });
    }
  }

  await forget();
  const timers = [setInterval(() => void beat(), BEAT), setInterval(() => void forget(), DAY)];
  for (const timer of timers) timer.unref();
  return {
    store,
    isReachable: () => isReachable,
    async close() {
      for (const timer of timers) clearInterval(timer);
      await store.inbox.renew();
      await store.close();
    },
  };
}
