import { RespondError, type RespondFn, type webApi } from '@slack/bolt';
import type { AdapterTexts, ConversationRef, Language, Logger, Reply } from '../../src/messaging/index.ts';
import { type Destination, destinationOf } from './conversation.ts';
import { deliveredParts, deliveryMetadata } from './delivery-key.ts';
import { describeFailure, isBlockRefusal, isUnreachable } from './failure.ts';
import type { Insist } from './insist.ts';
import { PLAIN, render, type SlackMessage } from './render.ts';

/** How a reply goes out. */
export interface DeliverOptions {
  /** A response address, used while it is good. It reaches its person alone, unless `isVisible`. */
  readonly respond?: RespondFn | undefined;
  readonly isVisible?: boolean;
  /** The key under which the reply can be shared. */
  readonly share?: string | undefined;
  /** In a direct conversation, parts that were delivered under this key before are left out. */
  readonly key?: string | undefined;
}

/** Sends replies. Both reject with the SDK's error when Slack refuses. */
export interface Delivery {
  /** Sends a reply to a conversation. What cannot be said to one person in a channel is said directly. */
  post(to: ConversationRef, reply: Reply, options?: DeliverOptions): Promise<void>;
  /** Puts a reply in the place of a message; what does not fit goes below, and all of it if that one is gone. */
  replace(to: ConversationRef, ts: string, reply: Reply, options?: DeliverOptions): Promise<void>;
}

/** What delivery needs. */
export interface DeliveryTools {
  readonly client: webApi.WebClient;
  readonly insist: Insist;
  readonly logger: Logger;
  readonly texts: (language: Language) => AdapterTexts;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
interface Response {
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly replace_original: boolean;
}

/** What is said. The blocks go as JSON, as Slack takes them: the SDK walks objects again for a log that is off. */
interface Content {
  readonly text: string;
  readonly blocks?: string;
}

/** Sends through the Web API; blocks that Slack refuses are sent as words. */
export function createDelivery({ client, insist, logger, texts }: DeliveryTools): Delivery {
  function draw(reply: Reply, share?: string): readonly SlackMessage[] {
    const { messages, dropped } = render(reply, texts(reply.language), share);
    if (dropped > 0) logger.warn('slack.buttons.dropped', { count: dropped });
    if (messages.length === 0) logger.warn('slack.reply.empty');
    return messages;
  }

  async function send(
    { channel, thread, user }: Destination,
    content: Content,
    extra: object,
  ): Promise<void> {
    const place = {
      ...PLAIN,
      ...content,
      channel,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    };
    await insist(() =>
      user === undefined
        ? client.apiCall('chat.postMessage', { ...place, ...extra })
        : client.apiCall('chat.postEphemeral', { ...place, user }),
    );
  }

  async function orDirectly(to: Destination, content: Content, extra: object): Promise<void> {
    try {
      await send(to, content, extra);
    } catch (error) {
      if (to.user === undefined || !isUnreachable(error)) throw error;
      logger.warn('slack.told.directly', { error: describeFailure(error) });
      await send({ channel: to.user }, content, extra);
    }
  }

  async function orWords(
    { text, blocks }: SlackMessage,
    work: (content: Content) => Promise<unknown>,
  ): Promise<void> {
    try {
      await work({ text, blocks: JSON.stringify(blocks) });
    } catch (error) {
      if (!isBlockRefusal(error)) throw error;
      logger.warn('slack.blocks.refused', { error: describeFailure(error) });
      await work({ text });
    }
  }

  /** A private answer that may or may not have arrived is said again; one that all see is not. */
  async function responded(respond: RespondFn, message: SlackMessage, how: Response): Promise<boolean> {
    try {
      await respond({ ...PLAIN, ...message, ...how });
      return true;
    } catch (error) {
      if (!(error instanceof RespondError) && how.response_type === 'in_channel') throw error;
      logger.warn('slack.respond.refused', { error: describeFailure(error) });
      return false;
    }
  }

  async function postAll(
    to: ConversationRef,
    messages: readonly SlackMessage[],
    { respond, isVisible = false, key }: DeliverOptions,
  ): Promise<void> {
    const place = destinationOf(to);
    const done = key === undefined ? undefined : await deliveredParts(client, place, key, logger);
    const how = { response_type: isVisible ? 'in_channel' : 'ephemeral', replace_original: false } as const;
    let answer = respond;
    for (const [part, message] of messages.entries()) {
      if (done?.has(part) === true) continue;
      if (answer !== undefined && (await responded(answer, message, how))) continue;
      answer = undefined;
      const extra = key === undefined ? {} : deliveryMetadata(key, part);
      await orWords(message, (content) => orDirectly(place, content, extra));
    }
  }

  return {
    post: (to, reply, options = {}) => postAll(to, draw(reply, options.share), options),
    replace: async (to, ts, reply, { respond, share } = {}) => {
      const [first, ...rest] = draw(reply, share);
      if (first === undefined) return;
      const { channel } = destinationOf(to);
      const isReplaced =
        respond === undefined
          ? await updated(first, (content) =>
              insist(() => client.apiCall('chat.update', { ...content, channel, ts })),
            )
          : await responded(respond, first, { response_type: 'ephemeral', replace_original: true });
      await postAll(to, isReplaced ? rest : [first, ...rest], { respond });
    },
  };

  async function updated(
    message: SlackMessage,
    update: (content: Content) => Promise<unknown>,
  ): Promise<boolean> {
    try {
      await orWords(message, update);
      return true;
    } catch (error) {
      logger.warn('slack.update.refused', { error: describeFailure(error) });
      return false;
    }
  }
}
