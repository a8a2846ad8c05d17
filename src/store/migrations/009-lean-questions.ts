import type { Kysely, Migration } from 'kysely';
import { copyRows } from './copy-rows.ts';

/** Takes away the ids of questions: nothing named them, and their index was written all over for every one. */
export function leanQuestions(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const index of ['questionsAt', 'questionsAsker']) await db.schema.dropIndex(index).execute();
      await db.schema.alterTable('questions').renameTo('earlierQuestions').execute();
      await db.schema
        .createTable('questions')
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
      await copyRows(db, 'earlierQuestions', 'questions', [
        'at',
        'platform',
        'language',
        'intent',
        'status',
        'reason',
        'document',
        'milliseconds',
        'asker',
        'key',
        'text',
      ]);
      await db.schema.dropTable('earlierQuestions').execute();
      await db.schema.createIndex('questionsAt').on('questions').column('at').execute();
      await db.schema.createIndex('questionsAsker').on('questions').column('asker').execute();
    },
  };
}
