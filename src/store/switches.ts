import type { Database } from './schema.ts';

/** Whether the assistant answers on a platform, since when and why. */
export interface PlatformSwitch {
  readonly platform: string;
  readonly isOff: boolean;
  readonly reason: string;
  readonly at: Date;
}

/** Turns platforms off and on without a restart. A platform that was never turned is on. */
export interface Switches {
  turn(platform: string, to: 'off' | 'on', reason: string): Promise<void>;
  /** As this process turned it, or as it stood in the store at most a second ago. */
  isOff(platform: string): Promise<boolean>;
  /** Those ever turned, by name. */
  all(): Promise<readonly PlatformSwitch[]>;
}

/** Milliseconds for which a process goes by what it read: it asks before each answer. */
const FRESH = 1_000;

/** Switches in the store. The methods reject when it can't be reached. */
export function createSwitches(db: Database, now: () => Date): Switches {
  let known: { readonly until: number; readonly off: ReadonlySet<string> } | undefined;

  async function readOff(): Promise<ReadonlySet<string>> {
    const rows = await db.selectFrom('switches').select('platform').where('isOff', '=', 1).execute();
    return new Set(rows.map(({ platform }) => platform));
  }

  return {
    async turn(platform, to, reason) {
      const row = { isOff: to === 'off' ? 1 : 0, reason, at: now().getTime() };
      await db
        .insertInto('switches')
        .values({ platform, ...row })
        .onConflict((conflict) => conflict.column('platform').doUpdateSet(row))
        .execute();
      known = undefined;
    },
    async isOff(platform) {
      if (known === undefined || known.until <= now().getTime())
        known = { off: await readOff(), until: now().getTime() + FRESH };
      return known.off.has(platform);
    },
    async all() {
      const rows = await db.selectFrom('switches').selectAll().orderBy('platform').execute();
      return rows.map(({ platform, isOff, reason, at }) => ({
        platform,
        isOff: isOff === 1,
        reason,
        at: new Date(at),
      }));
    },
  };
}
