import type { Kysely, Migration } from 'kysely';

/** What a team's answer leaves behind: its draft, and when the talk with an asker ended. */
export function attention(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('tickets').addColumn('draft', 'text').execute();
      await db.schema.alterTable('askers').addColumn('endedAt', 'bigint').execute();
    },
  };
}
