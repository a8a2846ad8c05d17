import type { Kysely, Migration } from 'kysely';

/** How often what a ticket's card tells has changed, and what of it the room shows. */
export function cards(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const name of ['revision', 'shownRevision'])
        await db.schema
          .alterTable('tickets')
          .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
          .execute();
    },
  };
}
