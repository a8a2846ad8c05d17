import { createHmac, randomBytes } from 'node:crypto';
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

/** Hashes with `key` when it is given, else with a random one that the store makes once and keeps. */
export async function createPeople(db: Database, key: string | undefined): Promise<People> {
  const secret = key ?? (await ownKey(db));
  return {
    hash: (platform, id) =>
      createHmac('sha256', secret)
        .update(JSON.stringify([platform, id]))
        .digest('base64url'),
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
