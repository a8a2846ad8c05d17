import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import type { Logger } from '../messaging/index.ts';
import { type Announced, createAnnounced } from './announced.ts';
import { type Answers, createAnswers } from './answers.ts';
import { type Askers, createAskers } from './askers.ts';
import { reasonOf } from './attempt.ts';
import { createStoredInbox, type StoredInbox } from './inbox.ts';
import { migrate } from './migrate.ts';
import { createMutes, type Mutes } from './mutes.ts';
import { createOutbox, type Outbox, type OutboxOptions } from './outbox.ts';
import { createPeople, type People } from './people.ts';
import { createPrivacy, type Privacy } from './privacy.ts';
import { createQuestions, type Questions } from './questions.ts';
import { createReports, type Reports } from './reports.ts';
import { createRetention, type Retention } from './retention.ts';
import type { Database, Engine, Tables } from './schema.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import { createSwitches, type Switches } from './switches.ts';
import { createTickets, type Tickets } from './tickets.ts';
import { createVotes, type Votes } from './votes.ts';
import { withoutNul } from './without-nul.ts';

/** Where the store is: an SQLite file of one process, or a PostgreSQL database that replicas share. */
export type StorePlace = { readonly file: string } | { readonly databaseUrl: string };

/** How to open a store. `hashKey` is the key of the hashes of people; without it the store makes its own. */
export interface StoreOptions {
  readonly place: StorePlace;
  readonly now: () => Date;
  readonly hashKey?: string;
  readonly logger?: Logger;
}

/** What outlives the process. Only `inbox` never rejects; the rest rejects when the store can't be reached. */
export interface Store {
  readonly engine: Engine;
  readonly inbox: StoredInbox;
  readonly outbox: Outbox;
  readonly people: People;
  readonly questions: Questions;
  readonly votes: Votes;
  readonly reports: Reports;
  readonly mutes: Mutes;
  readonly switches: Switches;
  readonly tickets: Tickets;
  readonly askers: Askers;
  readonly answers: Answers;
  readonly subscriptions: Subscriptions;
  readonly announced: Announced;
  readonly privacy: Privacy;
  readonly retention: Retention;
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** How often opening is tried while the database is busy or just starting, and the milliseconds between. */
const TRIES = 5;
const BETWEEN_TRIES = 1_000;

/**
 * Opens the store and brings its schema up to date; makes the file when there is none. Rejects with the engine's
 * error after about five seconds of trying.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { store, prepare } = await createStore(options);
  try {
    await prepare();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A store that need not be within reach yet. */
export interface UnopenedStore {
  /** Behaves as one that is down, until `prepare` has resolved. */
  readonly store: Store;
  /** Does what `openStore` does, and may be tried again after it rejected. */
  prepare(): Promise<void>;
}

/** Makes a store without reaching for its file or server. */
export async function createStore({ place, now, hashKey, logger }: StoreOptions): Promise<UnopenedStore> {
  const engine = 'file' in place ? 'sqlite' : 'postgres';
  // Only the engine that is used takes memory.
  const dialect =
    'file' in place
      ? (await import('./sqlite.ts')).openSqlite(place.file)
      : (await import('./postgres.ts')).openPostgres(place.databaseUrl);
  const db = new Kysely<Tables>({ dialect: withoutNul(dialect) });
  const people = createPeople(hashKey);
  return {
    store: storeOver(db, engine, people, now, logger),
    async prepare() {
      for (let tries = 1; ; tries++) {
        try {
          await migrate(db, engine);
          return await people.learnKey(db);
        } catch (error) {
          if (tries === TRIES || !isPassing(error)) throw error;
          await sleep(BETWEEN_TRIES);
        }
      }
    },
  };
}

function storeOver(
  db: Database,
  engine: Engine,
  people: People,
  now: () => Date,
  logger: Logger | undefined,
): Store {
  const owner = randomUUID();
  const questions = createQuestions(db, engine, now);
  const { written } = questions;
  const outbox: OutboxOptions = { engine, people, owner, now, listeners: new Set() };
  return {
    engine,
    inbox: createStoredInbox(db, { engine, owner, now, ...(logger === undefined ? {} : { logger }) }),
    outbox: createOutbox(db, outbox),
    people,
    questions,
    votes: createVotes(db, now),
    reports: createReports(db, now),
    mutes: createMutes(db, people, now),
    switches: createSwitches(db, now),
    tickets: createTickets(db, now),
    askers: createAskers(db, people, now),
    answers: createAnswers(db, {
      people,
      now,
      outboxOver: (transaction) => createOutbox(transaction, { ...outbox, listeners: new Set() }),
      wake: () => {
        for (const listener of outbox.listeners) listener();
      },
    }),
    subscriptions: createSubscriptions(db, people, now),
    announced: createAnnounced(db, now),
    privacy: createPrivacy(db, { engine, people, written }),
    retention: createRetention(db, engine, now),
    isReachable: async () => {
      try {
        await sql`select 1`.execute(db);
        return true;
      } catch {
        return false;
      }
    },
    close: async () => {
      await written();
      await db.destroy();
    },
  };
}

/** Worth another try: the file is busy, or the server is starting or out of reach. */
function isPassing(error: unknown): boolean {
  return /^(?:SQLITE_BUSY|ECONN|EAI_AGAIN|ENOTFOUND|57P03|timeout)/.test(reasonOf(error));
}
