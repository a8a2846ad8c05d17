import type { webApi } from '@slack/bolt';
import type { AdapterTexts, Logger, TeamRoom, Ticket, Turns } from '../../../src/messaging/index.ts';
import { channelConversation } from '../conversation.ts';
import { describeFailure, refusalCode } from '../failure.ts';
import { PLAIN } from '../render.ts';
import { undelivered } from '../undelivered.ts';
import { ticketCard } from './card.ts';
import { nameCard, readCard } from './ids.ts';

/** What a team's room writes with. */
export interface RoomPens {
  readonly client: webApi.WebClient;
  readonly turns: Turns;
  readonly texts: AdapterTexts['slackRoom'];
  readonly logger: Logger;
}

/** Refusals of an update after which the card is posted anew: https://docs.slack.dev/reference/methods/chat.update */
const LOST: ReadonlySet<string> = new Set(['cant_update_message', 'edit_window_closed', 'message_not_found']);

/** Marks a card with its ticket, for other apps and for us: https://docs.slack.dev/messaging/message-metadata */
const EVENT_TYPE = 'aga_ticket';

/**
 * The team's room as a channel of Slack. A card that was deleted, or that belongs to another channel, is posted
 * anew; those of one ticket are shown one after the other. Below a name that is no card there is only the channel.
 */
export function createTeamRoom(channel: string, { client, turns, texts, logger }: RoomPens): TeamRoom {
  async function show(ticket: Ticket, card: string | undefined): Promise<string> {
    const message = {
      ...ticketCard(ticket, texts),
      channel,
      metadata: { event_type: EVENT_TYPE, event_payload: { ticket: ticket.id } },
    };
    const known = cardHere(card);
    if (known !== undefined) {
      try {
        await client.chat.update({ ...message, ts: known.ts });
        return nameCard(known);
      } catch (error) {
        if (!LOST.has(refusalCode(error) ?? '')) throw error;
        logger.warn('slack.room.card.lost', { error: describeFailure(error) });
      }
    }
    const { ts } = await client.chat.postMessage({ ...PLAIN, ...message });
    if (ts === undefined) throw new Error('Slack did not name the message');
    return nameCard({ channel, ts });
  }

  function cardHere(name: string | undefined) {
    const card = readCard(name);
    return card?.channel === channel ? card : undefined;
  }

  return {
    place: channelConversation(channel, undefined),
    thread: (card) => channelConversation(channel, cardHere(card)?.ts),
    show: (ticket, card) =>
      turns.take(`card:${ticket.id}`, async () => {
        try {
          return await show(ticket, card);
        } catch (error) {
          throw undelivered(error, true);
        }
      }),
  };
}
