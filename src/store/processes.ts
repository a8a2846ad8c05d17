import type { Database } from './schema.ts';

/** The processes that share a store. The methods reject when it can't be reached. */
export interface Processes {
  /** Makes sure that the others know of this one. */
  appear(): Promise<void>;
  /** Tells that this one lives. To be called every 20 s or so. */
  renew(): Promise<void>;
  /** The names of all others that were ever seen. */
  others(): Promise<readonly string[]>;
  /** The names of those that gave no sign of life in time, but did until `since`. */
  gone(since: number): Promise<readonly string[]>;
  /** Has what `NOBODY` owns looked at; to be called before something is left to it. */
  leaveToAnybody(): Promise<void>;
}

/** The owner of a message that waits for another attempt: a process that is always gone. */
export const NOBODY = '';

/** Milliseconds without a sign of life after which a process's messages are another's to answer. */
const LEASE = 60_000;

/** Processes in the store; this one is `own`. */
export function createProcesses(db: Database, own: string, now: () => Date): Processes {
  const others = () => db.selectFrom('processes').select('name').where('name', '<>', own);
  let isKnown = false;

  async function tell(name: string, aliveUntil: number): Promise<void> {
    await db
      .insertInto('processes')
      .values({ name, aliveUntil })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ aliveUntil }))
      .execute();
  }

  async function renew(): Promise<void> {
    await tell(own, now().getTime() + LEASE);
    isKnown = true;
  }

  return {
    renew,
    appear: async () => {
      if (!isKnown) await renew();
    },
    others: async () => namesOf(await others().execute()),
    gone: async (since) =>
      namesOf(
        await others().where('aliveUntil', '>=', since).where('aliveUntil', '<=', now().getTime()).execute(),
      ),
    leaveToAnybody: () => tell(NOBODY, now().getTime()),
  };
}

function namesOf(rows: readonly { readonly name: string }[]): readonly string[] {
  return rows.map(({ name }) => name);
}
