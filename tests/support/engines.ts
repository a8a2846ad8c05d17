import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { afterAll, afterEach, describe } from 'vitest';
import { openStore, type Store, type StorePlace } from '../../src/store/index.ts';
import { type RecordingLogger, recordingLogger } from './recording-logger.ts';

/** A clock that a test moves. */
interface Clock {
  readonly now: () => Date;
  advance(milliseconds: number): void;
}

/** The stores of one test, on one engine. All that `open` opened is closed after each test. */
export interface Stores {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly clock: Clock;
  /** A new, empty database. */
  place(): Promise<StorePlace>;
  /** A store at a place, a new one by default; several at one place are as many processes. */
  open(place?: StorePlace): Promise<Store & { readonly logger: RecordingLogger }>;
}

const DATABASE_URL = process.env.TEST_DATABASE_URL ?? '';

/** Runs a suite on each engine. PostgreSQL needs the address of an empty server in `TEST_DATABASE_URL`. */
export function describeOnEachEngine(title: string, suite: (stores: Stores) => void): void {
  describe(`${title}, on SQLite`, () => suite(storesOn('SQLite')));
  if (DATABASE_URL !== '') {
    describe(`${title}, on PostgreSQL`, () => suite(storesOn('PostgreSQL')));
    return;
  }
  console.warn(`SKIPPED on PostgreSQL: ${title}. Run the tests with .ci/with-postgres npm test.`);
  describe.skip(`${title}, on PostgreSQL (TEST_DATABASE_URL is not set)`, () =>
    suite(storesOn('PostgreSQL')));
}

function storesOn(name: Stores['name']): Stores {
  const opened: Store[] = [];
  const removals: (() => Promise<void> | void)[] = [];
  let time = Date.UTC(2026, 10, 24, 15);
  const clock: Clock = {
    now: () => new Date(time),
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  afterAll(async () => {
    for (const remove of removals) await remove();
  });

  async function place(): Promise<StorePlace> {
    const made = await (name === 'SQLite' ? newFile() : newDatabase());
    removals.push(made.remove);
    return made.place;
  }
  return {
    name,
    clock,
    place,
    async open(at) {
      const logger = recordingLogger();
      const store = await openStore({ place: at ?? (await place()), now: clock.now, logger });
      opened.push(store);
      return { ...store, logger };
    },
  };
}

interface NewPlace {
  readonly place: StorePlace;
  readonly remove: () => Promise<void> | void;
}

async function newFile(): Promise<NewPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'aga-store-'));
  return {
    place: { file: join(folder, 'data', 'aga.db') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function newDatabase(): Promise<NewPlace> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const databaseUrl = DATABASE_URL.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${name}`);
  return { place: { databaseUrl }, remove: () => onServer(`drop database ${name} with (force)`) };
}

async function onServer(statement: string): Promise<void> {
  const pool = new Pool({ connectionString: DATABASE_URL, max: 1 });
  await pool.query(statement);
  await pool.end();
}
