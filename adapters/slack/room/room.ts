import type { AckFn, AnyMiddlewareArgs, Middleware, RespondFn, webApi } from '@slack/bolt';
import { type AdapterContext, say, type TeamRoom, type Turns } from '../../../src/messaging/index.ts';
import { privateConversation } from '../conversation.ts';
import type { Delivery } from '../deliver.ts';
import { describeFailure } from '../failure.ts';
import type { Insist } from '../insist.ts';
import { createAccess } from './access.ts';
import { createMembers } from './members.ts';
import { press } from './presses.ts';
import { type RoomRequest, readRequest } from './requests.ts';
import { brokenWindow, submit } from './submissions.ts';
import { turn } from './switches.ts';
import { createTeamRoom } from './team-room.ts';

/** The team's channel at work. */
export interface Room {
  readonly port: TeamRoom;
  /** Global middleware of Bolt: keeps what is the room's from everything else. */
  readonly intercept: Middleware<AnyMiddlewareArgs>;
}

/** What the room shares with the rest of the adapter. */
export interface RoomOptions {
  readonly client: webApi.WebClient;
  readonly context: AdapterContext;
  readonly insist: Insist;
  readonly delivery: Delivery;
  readonly turns: Turns;
}

/** How an interaction is answered; Bolt gives these to a middleware when the delivery is one. */
interface Interaction {
  readonly ack?: AckFn<unknown>;
  readonly respond?: RespondFn;
}

/**
 * Opens the room in `channel`. What is said below a card is nobody's business here; buttons, windows and the
 * switch are for members alone. A shutdown waits for what is under way.
 */
export function createRoom(channel: string, { client, context, insist, delivery, turns }: RoomOptions): Room {
  const { desk, logger } = context;
  const texts = context.texts('es').slackRoom;
  const access = createAccess({ desk, isMember: createMembers(client, channel), texts, logger });
  const report = (error: unknown) => logger.warn('slack.room.failed', { error: describeFailure(error) });

  async function serve(
    request: RoomRequest,
    { ack, respond }: Interaction,
    isWindow: boolean,
  ): Promise<void> {
    if (request.kind === 'submission') return ack?.(await submit(request.submission, access, texts));
    if (request.kind === 'broken' && isWindow) return ack?.(brokenWindow(texts));
    await ack?.().catch(report);
    const tell = (user: string) => (sentence: string) =>
      delivery.post(privateConversation(channel, user), say('es', [sentence]), { respond });
    switch (request.kind) {
      case 'press':
        return press(request, { client, insist, channel, access, texts, logger, tell: tell(request.user) });
      case 'switch':
        return tell(request.user)(await turn(request, access, texts));
      case 'broken':
        await respond?.({ response_type: 'ephemeral', replace_original: false, text: texts.noTicket });
    }
  }

  let served = 0;
  return {
    port: createTeamRoom(channel, { client, turns, texts, logger }),
    intercept: async (delivery) => {
      const { body, next } = delivery;
      const request = readRequest(body, channel);
      if (request === undefined || (request.kind === 'switch' && desk === undefined)) return next();
      served += 1;
      const isWindow = 'view' in body && !('actions' in body);
      await turns
        .take(`room:${served}`, () => serve(request, delivery as Interaction, isWindow))
        .catch(report);
    },
  };
}
