import type { Inbox } from '../messaging/index.ts';

/** An inbox that knows how many messages it gave out that are not settled yet. */
export function countUnderWay(inbox: Inbox): { readonly inbox: Inbox; readonly underWay: () => number } {
  let open = 0;
  const counted = <T>(messages: readonly T[]): readonly T[] => {
    open += messages.length;
    return messages;
  };
  const ended = (record: Promise<void>): Promise<void> => {
    open = Math.max(0, open - 1);
    return record;
  };
  return {
    underWay: () => open,
    inbox: {
      receive: async (messages) => counted(await inbox.receive(messages)),
      leftOpen: async (platform) => counted(await inbox.leftOpen(platform)),
      settle: (message) => ended(inbox.settle(message)),
      release: (message) => ended(inbox.release(message)),
    },
  };
}
