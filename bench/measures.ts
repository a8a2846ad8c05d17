import { below, createRandom } from './random.ts';

/** Percent of the questions with the right answer first and among three, and the mean reciprocal rank (0–100). */
export interface Figures {
  readonly first: number;
  readonly three: number;
  readonly mrr: number;
}

/** The figures of some ranks, counted from 1; `Infinity` where the right answer was not found. */
export function figuresOf(ranks: readonly number[]): Figures {
  return {
    first: 100 * mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    three: 100 * mean(ranks.map((rank) => (rank <= 3 ? 1 : 0))),
    mrr: 100 * mean(ranks.map((rank) => (rank <= 10 ? 1 / rank : 0))),
  };
}

/** The rank of the first right answer, each answer counting once at its best place. */
export function rankOf(gold: readonly string[], found: readonly string[]): number {
  const place = [...new Set(found)].findIndex((each) => gold.includes(each));
  return place < 0 ? Infinity : place + 1;
}

/** The chance that a question with an answer gets more confidence than one without; ties count half. */
export function auroc(answerable: readonly number[], unanswerable: readonly number[]): number {
  let wins = 0;
  for (const sure of answerable)
    for (const unsure of unanswerable) wins += sure > unsure ? 1 : sure === unsure ? 0.5 : 0;
  return wins / (answerable.length * unanswerable.length);
}

const RESAMPLES = 1000;

/** Percentile bootstrap, 95 %, of the share of right answers (in percent), whole groups resampled. */
export function interval(
  outcomes: readonly { readonly group: string; readonly right: boolean }[],
): [number, number] {
  const groups = [...new Set(outcomes.map(({ group }) => group))].map((name) => {
    const own = outcomes.filter(({ group }) => group === name);
    return { size: own.length, right: own.filter(({ right }) => right).length };
  });
  const random = createRandom(1);
  const shares = Array.from({ length: RESAMPLES }, () => {
    let size = 0;
    let right = 0;
    for (let draw = 0; draw < groups.length; draw++) {
      const group = groups[below(random, groups.length)];
      size += group?.size ?? 0;
      right += group?.right ?? 0;
    }
    return (100 * right) / size;
  });
  return [quantile(shares, 0.025), quantile(shares, 0.975)];
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The smallest value with at least that share of the values at or under it; NaN without values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
