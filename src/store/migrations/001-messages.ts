import { type Kysely, type Migration, sql } from 'kysely';
import type { Engine } from '../schema.ts';

/** What comes in and goes out, and the values that the store makes for itself. */
export function messages(engine: Engine): Migration {
  const sequence = engine === 'sqlite' ? sql`integer` : sql`bigserial`;
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('settings')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('inbox')
        .addColumn('seq', sequence, (column) => column.primaryKey())
        .addColumn('platform', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('message', 'text')
        .addColumn('receivedAt', 'bigint', (column) => column.notNull())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('leaseUntil', 'bigint', (column) => column.notNull())
        .addColumn('settledAt', 'bigint')
        .addUniqueConstraint('inboxKey', ['platform', 'id'])
        .execute();
      await db.schema
        .createIndex('inboxOpen')
        .on('inbox')
        .columns(['platform', 'leaseUntil'])
        .where(sql.ref('settledAt'), 'is', null)
        .execute();
      await db.schema.createIndex('inboxReceivedAt').on('inbox').column('receivedAt').execute();
      await db.schema
        .createTable('outbox')
        .addColumn('seq', sequence, (column) => column.primaryKey())
        .addColumn('key', 'text', (column) => column.notNull().unique())
        .addColumn('platform', 'text', (column) => column.notNull())
        .addColumn('conversation', 'text', (column) => column.notNull())
        .addColumn('to', 'text')
        .addColumn('reply', 'text')
        .addColumn('quote', 'text')
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('putAt', 'bigint', (column) => column.notNull())
        .addColumn('dueAt', 'bigint', (column) => column.notNull())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('leaseUntil', 'bigint', (column) => column.notNull())
        .addColumn('closedAt', 'bigint')
        .addColumn('dropped', 'text')
        .execute();
      await db.schema
        .createIndex('outboxWaiting')
        .on('outbox')
        .columns(['platform', 'conversation', 'seq'])
        .where(sql.ref('closedAt'), 'is', null)
        .execute();
    },
  };
}
