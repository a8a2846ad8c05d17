import type { Kysely, Migration } from 'kysely';

/** What was asked, what people thought of the answers, and the switches that keep the assistant silent. */
export function questions(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('questions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('platform', 'text', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('intent', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('document', 'text')
        .addColumn('milliseconds', 'integer', (column) => column.notNull())
        .addColumn('asker', 'text', (column) => column.notNull())
        .addColumn('key', 'text')
        .addColumn('text', 'text')
        .execute();
      await db.schema.createIndex('questionsAt').on('questions').column('at').execute();
      await db.schema.createIndex('questionsAsker').on('questions').column('asker').execute();
      await db.schema
        .createTable('votes')
        .addColumn('answer', 'text', (column) => column.notNull())
        .addColumn('asker', 'text', (column) => column.notNull())
        .addColumn('vote', 'text', (column) => column.notNull())
        .addColumn('document', 'text')
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('votesKey', ['answer', 'asker'])
        .execute();
      await db.schema
        .createTable('reports')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('answer', 'text', (column) => column.notNull())
        .addColumn('document', 'text')
        .addColumn('question', 'text')
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('asker', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('mutes')
        .addColumn('platform', 'text', (column) => column.notNull())
        .addColumn('conversation', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('mutesKey', ['platform', 'conversation'])
        .execute();
      await db.schema
        .createTable('switches')
        .addColumn('platform', 'text', (column) => column.primaryKey())
        .addColumn('isOff', 'integer', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
    },
  };
}
