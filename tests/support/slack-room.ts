import type { Ticket } from '../../src/messaging/index.ts';
import { textReply } from './adapter-contract.ts';
import { createMemoryDesk, type MemoryDesk, ticketOf } from './memory-desk.ts';
import { type RunningSlackBot, type SlackBotOptions, startSlackBot } from './slack-bot.ts';
import { type Member, memberAt, TEAM } from './slack-member.ts';

/** A room that works, with a member at it. */
export interface RunningRoom extends RunningSlackBot, Member {
  readonly desk: MemoryDesk;
  /** Shows a ticket, as the core does after every change of it too. */
  show(ticket: Ticket): Promise<string>;
}

/** Starts a room. Ordinary questions are answered with «Respuesta común.». */
export async function startRoom(
  options: SlackBotOptions & { readonly tickets?: readonly Ticket[]; readonly hasDesk?: boolean } = {},
): Promise<RunningRoom> {
  const cards = new Map<string, string>();
  const { tickets = [ticketOf('t1')], hasDesk = true, ...rest } = options;
  const desk = createMemoryDesk(tickets, async (ticket) => {
    await show(ticket);
  });
  const bot = await startSlackBot(async () => textReply('Respuesta común.'), {
    ...rest,
    context: { ...(hasDesk ? { desk } : {}), ...rest.context },
    env: { SLACK_TEAM_CHANNEL: TEAM, ...rest.env },
  });
  const { server } = bot;

  async function show(ticket: Ticket): Promise<string> {
    const { room } = bot.adapter;
    if (room === undefined) throw new Error('the adapter has no room');
    const card = await room.show(ticket, cards.get(ticket.id));
    cards.set(ticket.id, card);
    return card;
  }

  return { ...bot, ...memberAt(server, bot.deliver), desk, show };
}
