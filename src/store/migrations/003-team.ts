import { type Kysely, type Migration, sql } from 'kysely';

/** Questions for the team, and who wants to hear of what is new. */
export function team(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('tickets')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('question', 'text', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('assignee', 'text')
        .addColumn('card', 'text', (column) => column.unique())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addColumn('createdAt', 'bigint', (column) => column.notNull())
        .addColumn('answeredAt', 'bigint')
        .addColumn('remindedAt', 'bigint')
        .addColumn('answer', 'text')
        .execute();
      await db.schema
        .createIndex('ticketsOpenKey')
        .unique()
        .on('tickets')
        .column('key')
        .where(sql.ref('status'), 'in', ['open', 'claimed'])
        .execute();
      await db.schema
        .createTable('askers')
        .addColumn('ticket', 'text', (column) =>
          column.notNull().references('tickets.id').onDelete('cascade'),
        )
        .addColumn('asker', 'text', (column) => column.notNull())
        .addColumn('platform', 'text', (column) => column.notNull())
        .addColumn('conversation', 'text', (column) => column.notNull())
        .addColumn('to', 'text')
        .addColumn('quote', 'text')
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('wantsNotice', 'integer', (column) => column.notNull())
        .addColumn('askedAt', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('askersKey', ['ticket', 'asker'])
        .execute();
      await db.schema
        .createIndex('askersConversation')
        .on('askers')
        .columns(['platform', 'conversation'])
        .execute();
      await db.schema
        .createTable('subscriptions')
        .addColumn('platform', 'text', (column) => column.notNull())
        .addColumn('conversation', 'text', (column) => column.notNull())
        .addColumn('thread', 'text', (column) => column.notNull())
        .addColumn('theme', 'text', (column) => column.notNull())
        .addColumn('to', 'text', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('subscriptionsKey', ['platform', 'conversation', 'thread', 'theme'])
        .execute();
      await db.schema
        .createTable('announced')
        .addColumn('path', 'text', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
    },
  };
}
