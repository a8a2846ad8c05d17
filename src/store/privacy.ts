import { sql } from 'kysely';
import type { People, Person } from './people.ts';
import type { Database, Engine } from './schema.ts';

/** All that is kept of one person. Counts, and the texts where any are kept. */
export interface KeptOfPerson {
  readonly questions: { readonly count: number; readonly texts: readonly string[] };
  readonly votes: number;
  readonly reports: { readonly count: number; readonly texts: readonly string[] };
  /** What they asked the team. */
  readonly tickets: { readonly count: number; readonly texts: readonly string[] };
  /** Themes, and `''` for everything. */
  readonly subscriptions: readonly string[];
  /** Messages on their way to them. */
  readonly outgoing: number;
}

/** A person's rights over what is kept of them (Law 1581 of 2012, article 8). */
export interface Privacy {
  keptOf(person: Person, isDirect: boolean): Promise<KeptOfPerson>;
  /**
   * Erases all that is kept of a person, at once; of a conversation only when it is theirs alone (`isDirect`).
   * Resolves with the ids of the tickets that nobody else asked: they are discarded, without their question.
   */
  erase(person: Person, isDirect: boolean): Promise<readonly string[]>;
}

/** The reason of a ticket whose only asker erased it. */
export const ERASED = 'erased';

/** What privacy needs. `written` resolves once no question waits to be written. */
export interface PrivacyOptions {
  readonly engine: Engine;
  readonly people: People;
  readonly written: () => Promise<void>;
}

/** Privacy in the store. The methods reject when it can't be reached. */
export function createPrivacy(db: Database, { engine, people, written }: PrivacyOptions): Privacy {
  const hashes = ({ platform, author, conversation }: Person) => ({
    platform,
    asker: people.hash(platform, author),
    conversation: people.hash(platform, conversation),
  });
  return {
    async keptOf(person, isDirect) {
      await written();
      const { platform, asker, conversation } = hashes(person);
      const [questions, votes, reports, tickets] = await Promise.all([
        db.selectFrom('questions').select('text').where('asker', '=', asker).execute(),
        db.selectFrom('votes').select('vote').where('asker', '=', asker).execute(),
        db.selectFrom('reports').select('question as text').where('asker', '=', asker).execute(),
        db
          .selectFrom('askers')
          .innerJoin('tickets', 'tickets.id', 'askers.ticket')
          .select('tickets.question as text')
          .where('asker', '=', asker)
          .execute(),
      ]);
      const place = (table: 'subscriptions' | 'outbox') =>
        db.selectFrom(table).where('platform', '=', platform).where('conversation', '=', conversation);
      const subscriptions = isDirect
        ? await place('subscriptions').select('theme').distinct().orderBy('theme').execute()
        : [];
      const outgoing = isDirect ? await place('outbox').select('platform').execute() : [];
      return {
        questions: counted(questions),
        votes: votes.length,
        reports: counted(reports),
        tickets: counted(tickets),
        subscriptions: subscriptions.map(({ theme }) => theme),
        outgoing: outgoing.length,
      };
    },
    async erase(person, isDirect) {
      await written();
      const { platform, asker, conversation } = hashes(person);
      const orphans = await db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('questions').where('asker', '=', asker).execute();
        await transaction.deleteFrom('votes').where('asker', '=', asker).execute();
        await transaction.deleteFrom('reports').where('asker', '=', asker).execute();
        if (isDirect)
          for (const table of ['subscriptions', 'mutes', 'outbox'] as const)
            await transaction
              .deleteFrom(table)
              .where('platform', '=', platform)
              .where('conversation', '=', conversation)
              .execute();
        const left = await transaction
          .deleteFrom('askers')
          .where('asker', '=', asker)
          .returning('ticket')
          .execute();
        if (left.length === 0) return [];
        return transaction
          .updateTable('tickets')
          .where(
            'id',
            'in',
            left.map(({ ticket }) => ticket),
          )
          .where('status', 'in', ['open', 'claimed'])
          .where('id', 'not in', (of) => of.selectFrom('askers').select('ticket'))
          .set((of) => ({
            status: 'discarded',
            reason: ERASED,
            question: '',
            key: '',
            revision: of('revision', '+', 1),
          }))
          .returning('id')
          .execute();
      });
      await forgetPages(db, engine);
      return orphans.map(({ id }) => id);
    },
  };
}

/** Empties what SQLite writes before the file itself, where deleted rows could still be read. */
export async function forgetPages(db: Database, engine: Engine): Promise<void> {
  if (engine === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

function counted(rows: readonly { readonly text: string | null }[]): { count: number; texts: string[] } {
  return { count: rows.length, texts: rows.flatMap(({ text }) => (text === null ? [] : [text])) };
}
