import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Adapter, type Logger, Undelivered } from '../messaging/index.ts';
import { type ClaimedMessage, type Outbox, reasonOf } from '../store/index.ts';
import { createPacer, type Pace } from './pace.ts';

/** What sending needs. `now` gives milliseconds, `chance` a number from 0 to 1. */
export interface SendOptions {
  readonly outbox: Outbox;
  readonly adapters: readonly Adapter[];
  readonly paces: Readonly<Record<string, Pace>>;
  readonly logger: Logger;
  readonly now: () => number;
  readonly chance: () => number;
}

/** Messages that are sent side by side. */
const SIDE_BY_SIDE = 50;

/** Milliseconds between two looks at what others put, or at what is due again. */
const POLL = 1_000;

/** Milliseconds before the second attempt; each later one waits twice as long, up to the longest. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 5 * 60_000;

/** Milliseconds after which nobody wants the message any more. */
const TOO_OLD = 3 * 24 * 60 * 60_000;

/**
 * Sends what waits in the outbox until the signal aborts; what is being sent then is finished. A message that its
 * platform does not take now is tried again later and later, one that it never will is dropped. Never rejects.
 */
export async function sendOutbox(options: SendOptions, signal: AbortSignal): Promise<void> {
  const { outbox, adapters, paces, logger, now } = options;
  const takers = new Map(adapters.filter(({ send }) => send !== undefined).map((each) => [each.name, each]));
  const turn = createPacer(paces);
  let wake: () => void = () => {};
  let isOut = false;
  const stopListening = outbox.onPut(() => wake());

  async function attempt(message: ClaimedMessage): Promise<void> {
    const { platform, to } = message;
    await sleep(turn(platform, to.id, now()), undefined, { signal }).catch(() => {});
    if (signal.aborted) return outbox.retry({ ...message, failures: message.failures - 1 }, 0);
    await recorded(await send(message));
  }

  /** Sends a message, and resolves with what is to be recorded of it. */
  async function send(message: ClaimedMessage): Promise<() => Promise<void>> {
    const { platform, to, reply, quote, key } = message;
    try {
      await takers.get(platform)?.send?.(to, reply, { key, ...(quote === undefined ? {} : { quote }) });
      return () => outbox.done(message);
    } catch (error) {
      return postpone(message, error);
    }
  }

  /** Does something with the store, and logs when it goes and when it comes back, not each time. */
  async function withStore<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      if (isOut) logger.info('outbox is back');
      isOut = false;
      return result;
    } catch (error) {
      if (!isOut) logger.warn('outbox is out of reach', { reason: reasonOf(error) });
      isOut = true;
      throw error;
    }
  }

  /** Insists until the store has it: a message that arrived must not be sent again, nor hold up the next one. */
  async function recorded(write: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await withStore(write);
      } catch (error) {
        if (signal.aborted) throw error;
        await sleep(POLL, undefined, { signal }).catch(() => {});
      }
    }
  }

  function postpone(message: ClaimedMessage, error: unknown): () => Promise<void> {
    const { platform, failures, putAt } = message;
    if (error instanceof Undelivered && error.isFinal) {
      logger.warn('message dropped', { platform, reason: 'final' });
      return () => outbox.drop(message, 'final');
    }
    if (now() - putAt.getTime() > TOO_OLD) {
      logger.warn('message dropped', { platform, reason: 'too-old' });
      return () => outbox.drop(message, 'too-old');
    }
    const asked = error instanceof Undelivered ? error.retryAfter : undefined;
    const wait = asked ?? Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT) * (0.5 + options.chance());
    logger.info('message postponed', { platform, failures: failures + 1, waitInMs: Math.round(wait) });
    return () => outbox.retry(message, wait);
  }

  while (!signal.aborted) {
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    try {
      const connected = [...takers.values()].filter(({ isConnected }) => isConnected?.() ?? true);
      const names = connected.map(({ name }) => name);
      const claimed = await withStore(() => outbox.claim(SIDE_BY_SIDE, names));
      await Promise.all(claimed.map(attempt));
      if (claimed.length > 0) continue;
    } catch {
      // The store is out of reach, which is logged: what is owed waits for the next look.
    }
    const rest = new AbortController();
    const pause = sleep(POLL, undefined, { signal: rest.signal }).catch(() => {});
    await Promise.race([woken, pause, once(signal, 'abort', { signal: rest.signal }).catch(() => {})]);
    rest.abort();
  }
  stopListening();
}
