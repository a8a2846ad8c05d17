import { type Kysely, type Migration, sql } from 'kysely';
import type { Engine } from '../schema.ts';
import { copyRows } from './copy-rows.ts';

/**
 * Keeps the messages by their keys alone, since each of them writes whatever else they are kept by, and in a table of
 * their own the processes that answer them. SQLite keeps a table without row ids in one tree instead of two:
 * https://www.sqlite.org/withoutrowid.html
 */
export function keyedInbox(engine: Engine): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('processes')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('aliveUntil', 'bigint', (column) => column.notNull())
        .execute();
      await sql`insert into processes (name, ${sql.ref('aliveUntil')})
        select owner, max(${sql.ref('leaseUntil')}) from inbox group by owner`.execute(db);
      await db.schema.alterTable('inbox').renameTo('earlierInbox').execute();
      await db.schema
        .createTable('inbox')
        .addColumn('platform', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('message', 'text')
        .addColumn('receivedAt', 'bigint', (column) => column.notNull())
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('settledAt', 'bigint')
        .addColumn('takes', 'integer', (column) => column.notNull().defaultTo(0))
        .addPrimaryKeyConstraint('inboxId', ['platform', 'id'])
        .$call((table) => (engine === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table))
        .execute();
      await copyRows(db, 'earlierInbox', 'inbox', [
        'platform',
        'id',
        'message',
        'receivedAt',
        'seq',
        'owner',
        'settledAt',
        'takes',
      ]);
      await db.schema.dropTable('earlierInbox').execute();
    },
  };
}
