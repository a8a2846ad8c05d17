import type { Inbox, IncomingMessage } from './messaging/index.ts';

/** How many messages are remembered, to answer one that comes again only once. */
const REMEMBERED = 10_000;

/** Messages that wait for another attempt; the oldest are given up first. */
const MOST_RELEASED = 1_000;

/** How often a message is handed out again. */
const MOST_ATTEMPTS = 20;

/** An inbox in this process only: what comes again is known, but nothing outlives the process. */
export function createInbox(): Inbox {
  const seen = new Set<string>();
  let released: readonly IncomingMessage[] = [];
  const attempts = new Map<string, number>();
  const isNew = (message: IncomingMessage): boolean => {
    const key = nameOf(message);
    if (seen.has(key)) return false;
    seen.add(key);
    for (const oldest of seen) {
      if (seen.size <= REMEMBERED) break;
      seen.delete(oldest);
    }
    return true;
  };
  return {
    receive: async (messages) => messages.filter(isNew),
    settle: async (message) => {
      attempts.delete(nameOf(message));
    },
    release: async (message) => {
      const times = (attempts.get(nameOf(message)) ?? 0) + 1;
      attempts.set(nameOf(message), times);
      if (times <= MOST_ATTEMPTS) released = [...released, message].slice(-MOST_RELEASED);
    },
    leftOpen: async (platform) => {
      const taken = released.filter((message) => message.platform === platform);
      released = released.filter((message) => message.platform !== platform);
      return taken;
    },
  };
}

function nameOf({ platform, id }: IncomingMessage): string {
  return JSON.stringify([platform, id]);
}
