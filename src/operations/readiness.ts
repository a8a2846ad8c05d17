import { inTime } from './in-time.ts';

/** Something that must work for questions to be answered here. One that rejects or takes 2 s is not ready. */
export interface Readiness {
  readonly name: string;
  readonly isReady: () => boolean | Promise<boolean>;
}

/** Longest that a check may take, in milliseconds. */
const CHECKING_TIME = 2_000;

/** The names of the checks that say no, in their order. */
export async function notReady(checks: readonly Readiness[]): Promise<readonly string[]> {
  const answers = await Promise.all(
    checks.map(({ isReady }) => inTime(async () => isReady(), CHECKING_TIME, false)),
  );
  return checks.filter((_, index) => answers[index] !== true).map(({ name }) => name);
}
