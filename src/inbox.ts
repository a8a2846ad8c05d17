import type { Inbox, IncomingMessage } from './messaging/index.ts';

/** How many messages are remembered, to answer one that comes again only once. */
const REMEMBERED = 10_000;

/** An inbox in this process only: what comes again is known, but nothing outlives the process. */
export function createInbox(): Inbox {
  const seen = new Set<string>();
  const isNew = ({ platform, id }: IncomingMessage): boolean => {
    const key = JSON.stringify([platform, id]);
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
    settle: async () => {},
    leftOpen: async () => [],
  };
}
