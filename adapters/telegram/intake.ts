import type { Update } from 'grammy/types';
import type { Inbox } from '../../src/messaging/index.ts';
import type { Request } from './incoming.ts';

/** An update that was taken in, and what it asks of us, unless that is nothing or was asked before. */
export interface Received {
  readonly update_id: number;
  readonly request?: Request;
}

/**
 * Makes the function that takes updates in: once it resolves, every question and press among them stands in
 * the inbox, so Telegram may be told that they arrived. `read` may throw for an update of an unknown shape,
 * which `onUnreadable` hears of. Never rejects.
 */
export function createIntake(
  inbox: Pick<Inbox, 'receive'>,
  read: (update: Update) => Request | undefined,
  onUnreadable: (error: unknown) => void,
): (updates: readonly Update[]) => Promise<readonly Received[]> {
  function requestOf(update: Update): Request | undefined {
    try {
      return read(update);
    } catch (error) {
      onUnreadable(error);
      return undefined;
    }
  }

  return async (updates) => {
    const requests = updates.map(requestOf);
    const messages = requests.flatMap((request) =>
      request?.kind === 'question' || request?.kind === 'press' ? [request.message] : [],
    );
    const known = messages.length === 0 ? [] : await inbox.receive(messages);
    const fresh = new Set(known.map(({ id }) => id));
    return updates.map(({ update_id }, index) => {
      const request = requests[index];
      if (request === undefined) return { update_id };
      if (request.kind !== 'question' && request.kind !== 'press') return { update_id, request };
      return fresh.delete(request.message.id) ? { update_id, request } : { update_id };
    });
  };
}
