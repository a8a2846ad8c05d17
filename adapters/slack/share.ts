import { randomUUID } from 'node:crypto';
import type { RespondFn } from '@slack/bolt';
import { type AdapterTexts, type ConversationRef, type Reply, say } from '../../src/messaging/index.ts';
import { channelConversation, destinationOf } from './conversation.ts';
import type { Delivery } from './deliver.ts';
import { isUndeliverable } from './failure.ts';

/** Private answers that are remembered, to be shared. */
const REMEMBERED = 1_000;

/** The private answers that can still be shown to everybody in their channel, each once. */
export interface Shares {
  /** A key for this answer; nothing where nobody would read it, or when it cites no source. */
  offer(to: ConversationRef, reply: Reply): string | undefined;
  /**
   * Posts the answer in the channel, or tells the person why not. A response address reaches its channel even
   * where the bot is not. Rejects when neither was possible.
   */
  press(key: string, to: ConversationRef, respond: RespondFn): Promise<void>;
}

/** What sharing needs. `mayShare` says whether the bot may speak in a channel. */
export interface ShareTools {
  readonly delivery: Delivery;
  readonly texts: AdapterTexts;
  readonly mayShare: (channel: string) => boolean;
}

/** Remembers the last answers in this process alone: an older one is asked for again. */
export function createShares({ delivery, texts, mayShare }: ShareTools): Shares {
  const shares = new Map<string, { readonly channel: string; readonly reply: Reply; isShared: boolean }>();
  const { alreadyShared, shareLost, shareFailed } = texts.slack;

  async function tell(text: string, to: ConversationRef, respond: RespondFn): Promise<void> {
    await delivery.post(to, say('es', [text]), { respond });
  }

  return {
    offer: (to, reply) => {
      const { channel, user } = destinationOf(to);
      if (user === undefined || channel.startsWith('D') || !mayShare(channel)) return undefined;
      if (reply.sources.length === 0) return undefined;
      const key = randomUUID();
      shares.set(key, { channel, reply, isShared: false });
      for (const oldest of shares.keys()) {
        if (shares.size <= REMEMBERED) break;
        shares.delete(oldest);
      }
      return key;
    },
    press: async (key, to, respond) => {
      const share = shares.get(key);
      const { channel } = destinationOf(to);
      if (share === undefined || share.channel !== channel || !mayShare(channel))
        return tell(shareLost, to, respond);
      if (share.isShared) return tell(alreadyShared, to, respond);
      share.isShared = true;
      try {
        const everybody = channelConversation(channel, undefined);
        await delivery.post(everybody, share.reply, { respond, isVisible: true });
      } catch (error) {
        share.isShared = false;
        if (!isUndeliverable(error)) throw error;
        await tell(shareFailed, to, respond);
      }
    },
  };
}
