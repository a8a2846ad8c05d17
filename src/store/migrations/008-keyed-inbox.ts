import { type Kysely, type Migration, sql } from 'kysely';
import type { Engine } from '../schema.ts';

/**
 * Keeps the messages by their keys alone, since every one of them writes whatever else they are kept by. SQLite keeps
 * such a table in one tree instead of two: https://www.sqlite.org/withoutrowid.html
 */
export function keyedInbox(engine: Engine): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('inbox').renameTo('earlierInbox').execute();
      await db.schema.dropIndex('inboxOpen').execute();
      await db.schema
        .createTable('inbox')
        .addColumn('platform', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('message', 'text')
        .addColumn('receivedAt', 'bigint', (column) => column.notNull())
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('leaseUntil', 'bigint', (column) => column.notNull())
        .addColumn('settledAt', 'bigint')
        .addColumn('takes', 'integer', (column) => column.notNull().defaultTo(0))
        .addPrimaryKeyConstraint('inboxId', ['platform', 'id'])
        .$call((table) => (engine === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table))
        .execute();
      const columns = [
        'platform',
        'id',
        'message',
        'receivedAt',
        'seq',
        'owner',
        'leaseUntil',
        'settledAt',
        'takes',
      ];
      const names = sql.join(columns.map((name) => sql.ref(name)));
      await sql`insert into inbox (${names}) select ${names} from ${sql.ref('earlierInbox')}`.execute(db);
      await db.schema.dropTable('earlierInbox').execute();
      await db.schema
        .createIndex('inboxOpen')
        .on('inbox')
        .columns(['platform', 'leaseUntil'])
        .where(sql.ref('settledAt'), 'is', null)
        .execute();
    },
  };
}
