import { type Reply, say } from '../messaging/index.ts';
import type { Store } from '../store/index.ts';
import { roomTexts } from '../texts/team.ts';
import type { Desk } from './desk.ts';
import type { Room } from './room.ts';
import { ATTENTION } from './talks.ts';
import { workingDaysBetween } from './working-days.ts';

/** Working days after which the team is reminded of a question. */
const REMIND_AFTER = 2;

/** The hour in Bogotá from which the day's digest is told. */
const DIGEST_HOUR = 8;

const HOUR = 3_600_000;

/** What the rounds need. `digest` says what was asked since then, or nothing when nothing was. */
export interface RoundsOptions {
  readonly store: Pick<Store, 'tickets' | 'askers' | 'outbox'>;
  readonly desk: Pick<Desk, 'show'>;
  readonly room: () => Room | undefined;
  readonly digest: (since: Date) => Promise<Reply | undefined>;
  readonly now: () => Date;
}

/**
 * One round of what the desk does by itself, to be made every minute or so; several processes may: shows the cards
 * that the room missed or that were not brought up to date, reminds of questions left for two working days, tells the day's digest, and forgets where
 * people are whose talk is over. Rejects when the store can't be reached.
 */
export async function makeRound({ store, desk, room, digest, now }: RoundsOptions): Promise<void> {
  const { tickets, askers, outbox } = store;
  await askers.forgetAnswered(new Date(now().getTime() - ATTENTION));
  const there = room();
  if (there === undefined) return;
  for (const { id } of await tickets.unshown()) await desk.show(id);
  for (const ticket of await tickets.overdue(new Date(now().getTime() - REMIND_AFTER * 24 * HOUR))) {
    if (ticket.card === undefined || workingDaysBetween(ticket.createdAt, now()) < REMIND_AFTER) continue;
    await outbox.put({
      key: `remind:${ticket.id}`,
      platform: there.platform,
      to: there.thread(ticket.card),
      reply: say('es', [roomTexts.reminder]),
    });
    await tickets.remind(ticket.id);
  }
  const { day, hour } = clockIn(now());
  if (hour < DIGEST_HOUR || (await outbox.has(`digest:${day}`))) return;
  const reply = await digest(new Date(now().getTime() - 24 * HOUR));
  if (reply !== undefined)
    await outbox.put({ key: `digest:${day}`, platform: there.platform, to: there.place, reply });
}

/** The day and the hour in Bogotá, which is five hours behind UTC all year. */
function clockIn(now: Date): { day: string; hour: number } {
  const there = new Date(now.getTime() - 5 * HOUR);
  return { day: there.toISOString().slice(0, 10), hour: there.getUTCHours() };
}
