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
  /** The answer is in the outbox: forgets where those are who want no notice. */
  answered(ticket: string): Promise<void>;
  /** The notice is in the outbox, or there will be none: forgets where everybody is. */
  release(ticket: string): Promise<void>;
  /** The ticket that a conversation asked last, while the team has it or after it was answered. */
  ticketOf(platform: string, conversation: string): Promise<Ticket | undefined>;
}

/** Askers in the store. The methods reject when it can't be reached. */
export function createAskers(db: Database, people: People, now: () => Date): Askers {
  const FORGOTTEN = { to: null, quote: null };
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
          .set((of) => ({ count: of('count', '+', 1) }))
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
    async answered(ticket) {
      await db
        .updateTable('askers')
        .where('ticket', '=', ticket)
        .where('wantsNotice', '=', 0)
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
    async ticketOf(platform, conversation) {
      const row = await db
        .selectFrom('tickets')
        .innerJoin('askers', 'askers.ticket', 'tickets.id')
        .selectAll('tickets')
        .where('askers.platform', '=', platform)
        .where('askers.conversation', '=', people.hash(platform, conversation))
        .orderBy('askers.askedAt', 'desc')
        .executeTakeFirst();
      return row === undefined ? undefined : readTicket(row);
    },
  };
}
