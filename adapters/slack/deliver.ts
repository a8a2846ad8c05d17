import { setTimeout as sleep } from 'node:timers/promises';
import { RespondError, type RespondFn, type webApi } from '@slack/bolt';
import type { ConversationRef, Logger, Reply } from '../../src/messaging/index.ts';
import { destinationOf } from './conversation.ts';
import { describeFailure, isBlockRefusal, retryPause } from './failure.ts';
import { render, type SlackMessage } from './render.ts';

/**
 * Sends a reply to a conversation; a private one by `respond` while its address is good. Rejects with the SDK's
 * error when Slack refuses.
 */
export type Deliver = (to: ConversationRef, reply: Reply, respond?: RespondFn) => Promise<void>;

/** Attempts to send one message. */
const ATTEMPTS = 4;

/** No previews of links, and no markup in the words. */
export const PLAIN = { mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;

/**
 * Sends replies through `client`. Waits when Slack says so, without holding other channels back; blocks that
 * Slack refuses are sent as words. `cut` ends the waiting.
 */
export function createDelivery(client: webApi.WebClient, logger: Logger, cut: AbortSignal): Deliver {
  async function insist(send: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await send();
        return;
      } catch (error) {
        const pause = retryPause(error, attempt);
        if (pause === undefined || attempt === ATTEMPTS) throw error;
        logger.warn('slack.delayed', { error: describeFailure(error), retryInMs: pause });
        await sleep(pause, undefined, { signal: cut });
      }
    }
  }

  async function post(
    to: ConversationRef,
    message: SlackMessage | Pick<SlackMessage, 'text'>,
  ): Promise<void> {
    const { channel, thread, user } = destinationOf(to);
    const content = { ...PLAIN, ...message, channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
    await insist(() =>
      user === undefined ? client.chat.postMessage(content) : client.chat.postEphemeral({ ...content, user }),
    );
  }

  async function postOrWords(to: ConversationRef, message: SlackMessage): Promise<void> {
    try {
      await post(to, message);
    } catch (error) {
      if (!isBlockRefusal(error)) throw error;
      logger.warn('slack.blocks.refused', { error: describeFailure(error) });
      await post(to, { text: message.text });
    }
  }

  return async (to, reply, respond) => {
    const { messages, dropped } = render(reply);
    if (dropped > 0) logger.warn('slack.suggestions.dropped', { count: dropped });
    if (messages.length === 0) logger.warn('slack.reply.empty');
    let answer = respond;
    for (const message of messages) {
      try {
        await answer?.({ ...PLAIN, ...message, response_type: 'ephemeral', replace_original: false });
      } catch (error) {
        if (!(error instanceof RespondError)) throw error;
        logger.warn('slack.respond.refused', { error: describeFailure(error) });
        answer = undefined;
      }
      if (answer === undefined) await postOrWords(to, message);
    }
  };
}
