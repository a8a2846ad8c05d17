import { setInterval } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreSettings } from './config.ts';
import type { Logger } from './messaging/index.ts';
import { createStore, reasonOf, type Store } from './store/index.ts';
import { storeRemedies } from './texts/startup.ts';

/** What the process is given: the clock and the log. */
export interface KeepOptions {
  readonly now: () => Date;
  readonly logger: Logger;
}

/** A store that is looked after until it is closed. */
export interface KeptStore {
  /** Behaves as one that is down until it could be opened. */
  readonly store: Store;
  /** Resolves once the store is open; never, when it is closed before. */
  readonly opened: Promise<void>;
  /** Whether the store is open and answered when it was last asked, a few seconds ago. */
  isReachable(): boolean;
  close(): Promise<void>;
}

/** Milliseconds between signs of life; a process that gives none for a minute loses what it holds. */
const BEAT = 10_000;

/** Milliseconds between two deletions of what is too old. */
const DAY = 86_400_000;

/** Milliseconds until a store that could not be opened is tried again; each later wait is twice as long, up to the longest. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/**
 * Opens the store, tells it that this process lives and deletes what is too old, at once and every day. One that
 * can't be opened now is told in the log and tried again until it can; the assistant answers without it meanwhile.
 * Resolves after the first try, never rejects.
 */
export async function keepStore(
  { place, hashKey, days }: StoreSettings,
  { now, logger }: KeepOptions,
): Promise<KeptStore> {
  const where = 'file' in place ? { file: place.file } : { variable: 'DATABASE_URL' };
  const remedy = 'file' in place ? storeRemedies.file : storeRemedies.database;
  const { store, prepare } = await createStore({
    place,
    now,
    logger,
    ...(hashKey === undefined ? {} : { hashKey }),
  });
  const closing = new AbortController();
  let isReachable = false;
  let tellOpened: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    tellOpened = resolve;
  });

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

  const timers: NodeJS.Timeout[] = [];
  /** Resolves with whether the store is open now. */
  async function open(): Promise<boolean> {
    try {
      await prepare();
    } catch (error) {
      if (closing.signal.aborted) return false;
      logger.error('store could not be opened; messages are answered, and it is tried again', {
        ...where,
        reason: reasonOf(error),
        remedy,
      });
      return false;
    }
    if (closing.signal.aborted) return true;
    logger.info('store is open', { engine: store.engine });
    isReachable = true;
    await forget();
    timers.push(
      setInterval(() => void beat(), BEAT),
      setInterval(() => void forget(), DAY),
    );
    for (const timer of timers) timer.unref();
    tellOpened();
    return true;
  }
  async function openLater(): Promise<void> {
    for (let wait = FIRST_WAIT; !closing.signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      await sleep(wait, undefined, { ref: false, signal: closing.signal }).catch(() => {});
      if (closing.signal.aborted || (await open())) return;
    }
  }

  if (!(await open())) void openLater();
  return {
    store,
    opened,
    isReachable: () => isReachable,
    async close() {
      closing.abort();
      for (const timer of timers) clearInterval(timer);
      await store.inbox.renew();
      await store.close();
    },
  };
}
