import { Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import type { StorePlace } from '../../src/store/index.ts';
import { type MigrationName, migrate } from '../../src/store/migrate.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import type { Database, Tables } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { describeOnEachEngine } from '../support/engines.ts';

function databaseAt(place: StorePlace): Database {
  return new Kysely<Tables>({
    dialect: 'file' in place ? openSqlite(place.file) : openPostgres(place.databaseUrl),
  });
}

/** One row that each step of the schema can hold. */
const ROWS: Readonly<Record<MigrationName, (db: Database) => Promise<unknown>>> = {
  '001-messages': (db) => db.insertInto('settings').values({ name: 'hash-key', value: 'k' }).execute(),
  '002-questions': (db) =>
    db.insertInto('switches').values({ platform: 'pigeon', isOff: 1, reason: 'lluvia', at: 1 }).execute(),
  '003-team': (db) => db.insertInto('announced').values({ path: 'a.md', at: 1 }).execute(),
  '004-attention': (db) => db.insertInto('announced').values({ path: 'b.md', at: 1 }).execute(),
  '005-takes': (db) =>
    db.insertInto('mutes').values({ platform: 'pigeon', conversation: 'c', at: 1 }).execute(),
  '006-cards': (db) => db.insertInto('announced').values({ path: 'c.md', at: 1 }).execute(),
  '007-lean-inbox': (db) =>
    db
      .insertInto('inbox')
      .values({
        ...{ platform: 'pigeon', id: '1', message: '{"id":"1"}', seq: 1, leaseUntil: 1 },
        receivedAt: Date.now(),
        owner: 'x',
      })
      .execute(),
  '008-keyed-inbox': (db) =>
    db
      .insertInto('questions')
      .values({
        ...{ id: '1', at: Date.now(), platform: 'pigeon', language: 'es', intent: 'ask', status: 'answered' },
        milliseconds: 1,
        asker: 'known',
      })
      .execute(),
  '009-lean-questions': (db) => db.insertInto('announced').values({ path: 'd.md', at: 1 }).execute(),
};

describeOnEachEngine('the migrations', ({ name, open, place }) => {
  const engine = name === 'SQLite' ? 'sqlite' : 'postgres';

  it.each(Object.keys(ROWS) as MigrationName[])('go on from %s, and lose nothing', async (earlier) => {
    const here = await place();
    const db = databaseAt(here);
    await migrate(db, engine, earlier);
    await ROWS[earlier](db);
    await db.destroy();
    const store = await open(here);
    const kept = {
      '001-messages': async () => store.people.hash('pigeon', '7').length === 43,
      '002-questions': async () => (await store.switches.all())[0]?.reason === 'lluvia',
      '003-team': async () => (await store.announced.missing([])).length === 0,
      '004-attention': async () => (await store.tickets.unshown()).length === 0,
      '005-takes': async () => (await store.inbox.leftOpen('pigeon')).length === 0,
      '006-cards': async () => (await store.tickets.unshown()).length === 0,
      '007-lean-inbox': async () => (await store.inbox.leftOpen('pigeon')).length === 1,
      '008-keyed-inbox': () => store.questions.knows('known'),
      '009-lean-questions': async () =>
        (await store.retention.enforce({ questions: 1, tickets: 1 })).inbox === 0,
    };
    expect(await kept[earlier]()).toBe(true);
    expect(await store.tickets.since(new Date(0))).toEqual([]);
    const after = databaseAt(here);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      after,
    );
    expect(rows.map((row) => row.name)).toEqual(Object.keys(ROWS));
    await after.destroy();
  });

  it('do all or nothing', async () => {
    const here = await place();
    const db = databaseAt(here);
    await migrate(db, engine, '001-messages');
    await db.schema.createTable('votes').addColumn('x', 'text').execute();
    await expect(migrate(db, engine)).rejects.toThrow(/votes/);
    await expect(db.selectFrom('questions').selectAll().execute()).rejects.toThrow();
    await db.schema.dropTable('votes').execute();
    await migrate(db, engine);
    expect(await db.selectFrom('questions').selectAll().execute()).toEqual([]);
    await db.destroy();
  });
});
