import type { Database } from './schema.ts';

/** The documents whose subscribers have been told. */
export interface Announced {
  /**
   * Those of `paths` that are still to be announced. The first call ever takes all that is there for known, so
   * that nobody is told of the whole folder, and resolves with none.
   */
  missing(paths: readonly string[]): Promise<readonly string[]>;
  /** The subscribers of a document have their messages in the outbox. */
  add(paths: readonly string[]): Promise<void>;
}

/** The mark, among the store's own values, that announcing has begun. */
const BEGUN = 'announcing';

/** Most rows written by one statement: both engines bound its parameters. */
const MOST_AT_ONCE = 1_000;

/** Announcements in the store. The methods reject when it can't be reached. */
export function createAnnounced(db: Database, now: () => Date): Announced {
  async function add(to: Database, paths: readonly string[]): Promise<void> {
    const at = now().getTime();
    for (let start = 0; start < paths.length; start += MOST_AT_ONCE)
      await to
        .insertInto('announced')
        .values(paths.slice(start, start + MOST_AT_ONCE).map((path) => ({ path, at })))
        .onConflict((conflict) => conflict.column('path').doNothing())
        .execute();
  }
  return {
    missing: (paths) =>
      db.transaction().execute(async (transaction) => {
        const begun = await transaction
          .insertInto('settings')
          .values({ name: BEGUN, value: '' })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .returning('name')
          .executeTakeFirst();
        if (begun !== undefined) {
          await add(transaction, paths);
          return [];
        }
        const rows = await transaction.selectFrom('announced').select('path').execute();
        const known = new Set(rows.map(({ path }) => path));
        return paths.filter((path) => !known.has(path));
      }),
    add: (paths) => add(db, paths),
  };
}
