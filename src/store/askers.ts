import type { ConversationRef, Language } from '../messaging/index.ts';
import type { People, Person } from './people.ts';
import type { Database } from './schema.ts';
import { readLanguage, readTicket, type Ticket, type TicketAsker } from './ticket.ts';

/** Who asks, and where the answer goes. */
export interface NewAsker {
  readonly person: Person;
  readonly to: ConversationRef;
  readonly quote?: string;
  readonly language: Language;
}

/** Who is owed an answer or a notice. What leads to a person is forgotten once nothing is owed. */
export interface Askers {
  /**
   * Adds a person to a ticket, or renews where the answer goes. Resolves with the ticket when the person is new to
   * it.
   */
  add(ticket: string, asker: NewAsker): Promise<Ticket | undefined>;
  /** Those of a ticket who are owed something, in the order in which they asked. */
  of(ticket: string): Promise<readonly TicketAsker[]>;
  setWantsNotice(ticket: string, person: Person, wantsNotice: boolean): Promise<void>;
  /** The talk with the team is over: forgets where the person is, unless they want a notice. */
  end(platform: string, conversation: string): Promise<void>;
  /** Forgets where those are whose answer went out before then, unless they want a notice. */
  forgetAnswered(before: Date): Promise<void>;
  /** The notice is in the outbox, or there will be none: forgets where everybody is. */
  release(ticket: string): Promise<void>;
  /**
   * The ticket whose answer a conversation got since then and can still write back to, with the number of the
   * asker in it, from 1.
   */
  attended(platform: string, conversation: string, since: Date): Promise<Attended | undefined>;
  /** The ticket that a conversation asked last. */
  latest(platform: string, conversation: string): Promise<Ticket | undefined>;
}

/** A talk between a person and the team about a ticket. */
export interface Attended {
  readonly ticket: Ticket;
  readonly number: number;
}

/** Askers in the store. The methods reject when it can't be reached. */
export function createAskers(db: Database, people: People, now: () => Date): Askers {
  const FORGOTTEN = { to: null, quote: null };
  const ofConversation = (platform: string, conversation: string) =>
    db
      .selectFrom('tickets')
      .innerJoin('askers', 'askers.ticket', 'tickets.id')
      .selectAll('tickets')
      .select('askers.askedAt')
      .where('askers.platform', '=', platform)
      .where('askers.conversation', '=', people.hash(platform, conversation))
      .orderBy('askers.askedAt', 'desc');
  return {
    add: (ticket, { person: { platform, author, conversation }, to, quote, language }) =>
      db.transaction().execute(async (transaction) => {
        const asker = people.hash(platform, author);
        const place = {
          platform,
          conversation: people.hash(platform, conversation),
          to: JSON.stringify(to),
          quote: quote ?? null,
          language,
          askedAt: now().getTime(),
          endedAt: null,
        };
        const added = await transaction
          .insertInto('askers')
          .values({ ticket, asker, wantsNotice: 0, ...place })
          .onConflict((conflict) => conflict.columns(['ticket', 'asker']).doNothing())
          .returning('asker')
          .executeTakeFirst();
        if (added === undefined) {
          await transaction
            .updateTable('askers')
            .where('ticket', '=', ticket)
            .where('asker', '=', asker)
            .set(place)
            .execute();
          return undefined;
        }
        const row = await transaction
          .updateTable('tickets')
          .where('id', '=', ticket)
          .set((of) => ({ count: of('count', '+', 1), revision: of('revision', '+', 1) }))
          .returningAll()
          .executeTakeFirstOrThrow();
        return readTicket(row);
      }),
    async of(ticket) {
      const rows = await db
        .selectFrom('askers')
        .selectAll()
        .where('ticket', '=', ticket)
        .where('to', 'is not', null)
        .orderBy('askedAt')
        .orderBy('asker')
        .execute();
      return rows.flatMap(({ asker, platform, to, quote, language, wantsNotice }) =>
        to === null
          ? []
          : [
              {
                asker,
                platform,
                to: JSON.parse(to) as ConversationRef,
                ...(quote === null ? {} : { quote }),
                language: readLanguage(language),
                wantsNotice: wantsNotice === 1,
              },
            ],
      );
    },
    async setWantsNotice(ticket, { platform, author }, wantsNotice) {
      await db
        .updateTable('askers')
        .where('ticket', '=', ticket)
        .where('asker', '=', people.hash(platform, author))
        .set({ wantsNotice: wantsNotice ? 1 : 0 })
        .execute();
    },
    async end(platform, conversation) {
      await db
        .updateTable('askers')
        .where('platform', '=', platform)
        .where('conversation', '=', people.hash(platform, conversation))
        .where('endedAt', 'is', null)
        .set((of) => ({
          endedAt: now().getTime(),
          to: of.case().when('wantsNotice', '=', 1).then(of.ref('to')).else(null).end(),
        }))
        .where('ticket', 'in', (of) => of.selectFrom('tickets').select('id').where('status', '=', 'answered'))
        .execute();
    },
    async forgetAnswered(before) {
      await db
        .updateTable('askers')
        .where('wantsNotice', '=', 0)
        .where('to', 'is not', null)
        .where('ticket', 'in', (of) =>
          of.selectFrom('tickets').select('id').where('answeredAt', '<', before.getTime()),
        )
        .set(FORGOTTEN)
        .execute();
    },
    async release(ticket) {
      await db
        .updateTable('askers')
        .where('ticket', '=', ticket)
        .set({ ...FORGOTTEN, wantsNotice: 0 })
        .execute();
    },
    async attended(platform, conversation, since) {
      const row = await ofConversation(platform, conversation)
        .where('tickets.status', '=', 'answered')
        .where('tickets.answeredAt', '>=', since.getTime())
        .where('askers.endedAt', 'is', null)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { count } = await db
        .selectFrom('askers')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('ticket', '=', row.id)
        .where('askedAt', '<', row.askedAt)
        .executeTakeFirstOrThrow();
      return { ticket: readTicket(row), number: count + 1 };
    },
    async latest(platform, conversation) {
      const row = await ofConversation(platform, conversation).executeTakeFirst();
      return row === undefined ? undefined : readTicket(row);
    },
  };
}
