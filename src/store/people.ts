import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { Database } from './schema.ts';

/** A person as a platform knows them: who writes, and where. */
export interface Person {
  readonly platform: string;
  readonly author: string;
  readonly conversation: string;
}

/** Names for people and conversations that tell them apart without telling who they are. */
export interface People {
  /**
   * The keyed hash (HMAC-SHA256) of an id of a platform, an author's or a conversation's. The same id always has
   * the same one; without the key nobody can find the id again by trying.
   */
  hash(platform: string, id: string): string;
}

/** The name under which the store keeps its own key. */
const HASH_KEY = 'hash-key';

/** People whose key may lie in a store that is not within reach yet; until it is known, `hash` throws. */
export interface KeyedPeople extends People {
  /** Reads the key from the store if none was given; makes one there if it has none. Rejects with the engine's error. */
  learnKey(db: Database): Promise<void>;
}

/** Hashes with `key` when it is given, else with a random one that the store makes once and keeps. */
export function createPeople(key: string | undefined): KeyedPeople {
  let secret = key === undefined ? undefined : createSecretKey(key, 'utf8');
  return {
    hash(platform, id) {
      if (secret === undefined) throw new Error('the store was not opened yet');
      return createHmac('sha256', secret)
        .update(JSON.stringify([platform, id]))
        .digest('base64url');
    },
    async learnKey(db) {
      secret ??= createSecretKey(await ownKey(db), 'utf8');
    },
  };
}

async function ownKey(db: Database): Promise<string> {
  await db
    .insertInto('settings')
    .values({ name: HASH_KEY, value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', HASH_KEY)
    .executeTakeFirstOrThrow();
  return value;
}
