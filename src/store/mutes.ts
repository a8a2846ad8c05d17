import type { People } from './people.ts';
import type { Database } from './schema.ts';

/** Conversations in which the assistant keeps silent. */
export interface Mutes {
  mute(platform: string, conversation: string): Promise<void>;
  unmute(platform: string, conversation: string): Promise<void>;
  isMuted(platform: string, conversation: string): Promise<boolean>;
}

/** Mutes in the store, by the hashes of the conversations. The methods reject when it can't be reached. */
export function createMutes(db: Database, people: People, now: () => Date): Mutes {
  return {
    async mute(platform, id) {
      await db
        .insertInto('mutes')
        .values({ platform, conversation: people.hash(platform, id), at: now().getTime() })
        .onConflict((conflict) => conflict.columns(['platform', 'conversation']).doNothing())
        .execute();
    },
    async unmute(platform, id) {
      await db
        .deleteFrom('mutes')
        .where('platform', '=', platform)
        .where('conversation', '=', people.hash(platform, id))
        .execute();
    },
    async isMuted(platform, id) {
      const found = await db
        .selectFrom('mutes')
        .select('at')
        .where('platform', '=', platform)
        .where('conversation', '=', people.hash(platform, id))
        .executeTakeFirst();
      return found !== undefined;
    },
  };
}
