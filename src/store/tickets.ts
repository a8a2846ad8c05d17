import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Language } from '../messaging/index.ts';
import { mayBeKept } from './may-be-kept.ts';
import type { Database } from './schema.ts';
import { readTicket, type Ticket } from './ticket.ts';

/** A question to put before the team. `key` is the same for questions that say the same: their sorted stems. */
export interface NewTicket {
  readonly question: string;
  readonly key: string;
  readonly language: Language;
}

/** Questions for the team. Each change resolves with the ticket as it is now, or nothing if it could not be made. */
export interface Tickets {
  /**
   * The open ticket of the question's key, made if there is none. Nothing when the question holds personal data.
   * `isNew` tells one caller alone that it made the ticket.
   */
  open(ticket: NewTicket): Promise<{ readonly ticket: Ticket; readonly isNew: boolean } | undefined>;
  get(id: string): Promise<Ticket | undefined>;
  /** The room shows the ticket as this card, as it was at that revision. */
  setShown(id: string, card: string, revision: number): Promise<Ticket | undefined>;
  /** The answer stands as a draft in this file of the knowledge folder. */
  setDraft(id: string, draft: string): Promise<Ticket | undefined>;
  /** Undecided tickets without a card, and all whose card tells what is no longer so; oldest first. */
  unshown(): Promise<readonly Ticket[]>;
  /** Open and claimed tickets, newest first, at most `limit`. */
  undecided(limit: number): Promise<readonly (Ticket & { readonly key: string })[]>;
  /** Gives an open or claimed ticket to a team member. */
  assign(id: string, assignee: string): Promise<Ticket | undefined>;
  /** Open and claimed tickets made before then, oldest first, whose team has not been reminded. */
  overdue(before: Date): Promise<readonly Ticket[]>;
  /** Marks a ticket as reminded: of several callers one gets it. */
  remind(id: string): Promise<Ticket | undefined>;
  /** Tickets made since then, oldest first. */
  since(time: Date): Promise<readonly Ticket[]>;
}

const UNDECIDED = ['open', 'claimed'];

/** Tickets in the store. The methods reject when it can't be reached. */
export function createTickets(db: Database, now: () => Date): Tickets {
  const read = (row: Parameters<typeof readTicket>[0] | undefined): Ticket | undefined =>
    row === undefined ? undefined : readTicket(row);
  const all = db.selectFrom('tickets').selectAll();
  const change = (id: string) => db.updateTable('tickets').where('id', '=', id).returningAll();
  const revision = sql<number>`revision + 1`;
  const decide = (id: string) => change(id).where('status', 'in', UNDECIDED);

  return {
    async open({ question, key, language }) {
      if (!mayBeKept(question)) return undefined;
      const row = {
        id: randomUUID(),
        key,
        question,
        language,
        status: 'open',
        count: 0,
        createdAt: now().getTime(),
      };
      // Between the two statements the team may close the ticket that was in the way; then one more is made.
      for (;;) {
        const made = await db
          .insertInto('tickets')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst();
        if (made !== undefined) return { ticket: readTicket(made), isNew: true };
        const there = await all.where('key', '=', key).where('status', 'in', UNDECIDED).executeTakeFirst();
        if (there !== undefined) return { ticket: readTicket(there), isNew: false };
      }
    },
    get: async (id) => read(await all.where('id', '=', id).executeTakeFirst()),
    setShown: async (id, card, shownRevision) =>
      read(await change(id).set({ card, shownRevision }).executeTakeFirst()),
    setDraft: async (id, draft) => read(await change(id).set({ draft, revision }).executeTakeFirst()),
    async unshown() {
      const rows = await all
        .where((of) =>
          of.or([
            of('card', 'is', null).and('status', 'in', UNDECIDED),
            of('card', 'is not', null).and('revision', '<>', of.ref('shownRevision')),
          ]),
        )
        .orderBy('createdAt')
        .execute();
      return rows.map(readTicket);
    },
    async undecided(limit) {
      const rows = await all
        .where('status', 'in', UNDECIDED)
        .orderBy('createdAt', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...readTicket(row), key: row.key }));
    },
    assign: async (id, assignee) =>
      read(await decide(id).set({ status: 'claimed', assignee, revision }).executeTakeFirst()),
    async overdue(before) {
      const rows = await all
        .where('status', 'in', UNDECIDED)
        .where('createdAt', '<', before.getTime())
        .where('remindedAt', 'is', null)
        .orderBy('createdAt')
        .execute();
      return rows.map(readTicket);
    },
    remind: async (id) =>
      read(
        await decide(id)
          .where('remindedAt', 'is', null)
          .set({ remindedAt: now().getTime() })
          .executeTakeFirst(),
      ),
    async since(time) {
      const rows = await all.where('createdAt', '>=', time.getTime()).orderBy('createdAt').execute();
      return rows.map(readTicket);
    },
  };
}
