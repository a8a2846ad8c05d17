import type { Inbox } from '../messaging/index.ts';

/** An inbox that knows how many messages it gave out that are not settled yet. */
export function countUnderWay(inbox: Inbox): { readonly inbox: Inbox; readonly underWay: () => number } {
  let open = 0;
  const counted = <T>(messages: readonly T[]): readonly T[] => {
    open += messages.length;
    return messages;
  };
  return {
    underWay: () => open,
    inbox: {
      receive: async (messages) => counted(await inbox.receive(messages)),
      leftOpen: async (platform) => counted(await inbox.leftOpen(platform)),
      settle: async (message) => {
        open = Math.max(0, open - 1);
        await inbox.settle(message);
      },
    },
  };
}
