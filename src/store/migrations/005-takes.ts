import type { Kysely, Migration } from 'kysely';

/** How often a message was taken up by another process. */
export function takes(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('inbox')
        .addColumn('takes', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
    },
  };
}
