import type { Kysely, Migration } from 'kysely';

/** Takes away an index that every message had to write, and only the deletion of old ones once a day used. */
export function leanInbox(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.dropIndex('inboxReceivedAt').execute();
    },
  };
}
