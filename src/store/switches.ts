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
  isOff(platform: string): Promise<boolean>;
  /** Those ever turned, by name. */
  all(): Promise<readonly PlatformSwitch[]>;
}

/** Switches in the store. The methods reject when it can't be reached. */
export function createSwitches(db: Database, now: () => Date): Switches {
  return {
    async turn(platform, to, reason) {
      const row = { isOff: to === 'off' ? 1 : 0, reason, at: now().getTime() };
      await db
        .insertInto('switches')
        .values({ platform, ...row })
        .onConflict((conflict) => conflict.column('platform').doUpdateSet(row))
        .execute();
    },
    async isOff(platform) {
      const found = await db
        .selectFrom('switches')
        .select('isOff')
        .where('platform', '=', platform)
        .executeTakeFirst();
      return found?.isOff === 1;
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
