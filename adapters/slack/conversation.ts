import type { ConversationRef } from '../../src/messaging/index.ts';

/** Where a message goes in Slack's terms. With `user`, only that person sees it. */
export interface Destination {
  readonly channel: string;
  readonly thread?: string;
  readonly user?: string;
}

const SEPARATOR = ':';

/** A channel or a direct conversation, and the thread in it. Ids of direct conversations begin with D. */
export function channelConversation(channel: string, thread: string | undefined): ConversationRef {
  return {
    id: channel,
    kind: channel.startsWith('D') ? 'direct' : 'group',
    ...(thread === undefined ? {} : { threadId: thread }),
  };
}

/**
 * What one person asks and reads in a channel without the others: the id is `channel:person`, so that nobody
 * continues another's private question.
 */
export function privateConversation(channel: string, user: string, thread?: string): ConversationRef {
  return {
    id: `${channel}${SEPARATOR}${user}`,
    kind: 'direct',
    ...(thread === undefined ? {} : { threadId: thread }),
  };
}

/** What one person asks outside of any channel, in a Home or in a modal; Slack takes the id as that of a channel. */
export function personalConversation(user: string): ConversationRef {
  return { id: user, kind: 'direct' };
}

/** The way back from a conversation's ids to Slack's. */
export function destinationOf({ id, threadId }: ConversationRef): Destination {
  const [channel = '', user] = id.split(SEPARATOR);
  return {
    channel,
    ...(threadId === undefined ? {} : { thread: threadId }),
    ...(user === undefined ? {} : { user }),
  };
}
