import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Logger } from '../../src/messaging/index.ts';
import type { Destination } from './conversation.ts';
import { describeFailure } from './failure.ts';

/** The name under which a message carries its key. */
const EVENT_TYPE = 'aga_delivery';

/** How far back a key is looked for, in messages. */
const LOOK_BACK = 50;

const historySchema = z.object({
  messages: z.array(
    z.object({
      metadata: z
        .object({
          event_type: z.literal(EVENT_TYPE),
          event_payload: z.object({ key: z.string(), part: z.number() }),
        })
        .optional()
        .catch(undefined),
    }),
  ),
});

/** What a message carries so that it can be known again: https://docs.slack.dev/messaging/message-metadata */
export function deliveryMetadata(key: string, part: number): object {
  return { metadata: { event_type: EVENT_TYPE, event_payload: { key, part } } };
}

/**
 * The parts, from 0, that a direct conversation has under this key among its last messages. Elsewhere it is not
 * known, because reading channels would need a scope that nothing else does: there, none.
 */
export async function deliveredParts(
  client: webApi.WebClient,
  { channel, thread }: Destination,
  key: string,
  logger: Logger,
): Promise<ReadonlySet<number>> {
  if (!channel.startsWith('D')) return new Set();
  const page = { channel, include_all_metadata: true, limit: LOOK_BACK };
  try {
    const history =
      thread === undefined
        ? await client.conversations.history(page)
        : await client.conversations.replies({ ...page, ts: thread });
    const { messages } = historySchema.parse(history);
    const found = messages.flatMap(({ metadata }) => metadata?.event_payload ?? []);
    return new Set(found.filter((payload) => payload.key === key).map(({ part }) => part));
  } catch (error) {
    logger.warn('slack.history.unread', { error: describeFailure(error) });
    return new Set();
  }
}
