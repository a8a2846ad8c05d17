import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { ConversationRef } from '../../src/messaging/index.ts';
import { destinationOf } from './conversation.ts';
import type { Decorate } from './decorate.ts';

/** How long an answer may take before it is worth telling, in milliseconds. */
const SLOW = 400;

/** Does a task, and tells the person when it takes long. */
export type WithStatus = <T>(
  conversation: ConversationRef,
  status: string,
  task: () => Promise<T>,
) => Promise<T>;

/**
 * Shows the status in threads that others see, or of a direct conversation: Slack has it nowhere else. It goes
 * with the answer, or when there is none: https://docs.slack.dev/reference/methods/assistant.threads.setStatus
 */
export function createWithStatus(client: webApi.WebClient, decorate: Decorate): WithStatus {
  return async (conversation, status, task) => {
    const { channel, thread, user } = destinationOf(conversation);
    if (thread === undefined || user !== undefined) return task();
    const set = (words: string) =>
      decorate('status', () =>
        client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status: words }),
      );
    const done = new AbortController();
    const shown = sleep(SLOW, undefined, { signal: done.signal }).then(
      () => set(status).then(() => true),
      () => false,
    );
    const result = await task().finally(() => done.abort());
    if ((await shown) && result === undefined) await set('');
    return result;
  };
}
