import { forgetPages } from './privacy.ts';
import type { Database, Engine } from './schema.ts';

/** Days that things are kept. */
export interface RetentionDays {
  readonly questions: number;
  /** Also of votes and reports. */
  readonly tickets: number;
}

/** How long things are kept. */
export interface Retention {
  /** Deletes what is older than it may be, and resolves with how many rows of each table. */
  enforce(days: RetentionDays): Promise<Readonly<Record<string, number>>>;
}

const DAY = 86_400_000;

/** Days that the keys of messages which were answered are kept; Telegram redelivers for one at most. */
const INBOX_DAYS = 2;

/** Days that the hashed keys of messages which were sent are kept, so that none is put again. */
const OUTBOX_DAYS = 30;

/** Retention in the store. Rejects when it can't be reached. */
export function createRetention(db: Database, engine: Engine, now: () => Date): Retention {
  return {
    async enforce({ questions, tickets }) {
      const before = (days: number): number => now().getTime() - days * DAY;
      const deleted = {
        inbox: await db.deleteFrom('inbox').where('receivedAt', '<', before(INBOX_DAYS)).executeTakeFirst(),
        outbox: await db.deleteFrom('outbox').where('closedAt', '<', before(OUTBOX_DAYS)).executeTakeFirst(),
        questions: await db.deleteFrom('questions').where('at', '<', before(questions)).executeTakeFirst(),
        votes: await db.deleteFrom('votes').where('at', '<', before(tickets)).executeTakeFirst(),
        reports: await db.deleteFrom('reports').where('at', '<', before(tickets)).executeTakeFirst(),
        tickets: await db.deleteFrom('tickets').where('createdAt', '<', before(tickets)).executeTakeFirst(),
      };
      await db.deleteFrom('processes').where('aliveUntil', '<', before(INBOX_DAYS)).execute();
      await forgetPages(db, engine);
      return Object.fromEntries(
        Object.entries(deleted).map(([table, { numDeletedRows }]) => [table, Number(numDeletedRows)]),
      );
    },
  };
}
