import { setTimeout as sleep } from 'node:timers/promises';

/** What people saw of a bot: answers a second, and the time that one took, in milliseconds. */
export interface Throughput {
  readonly perSecond: number;
  readonly median: number;
  readonly p99: number;
  readonly answers: number;
}

/** People who write to a bot, each the next question once the last one is answered. */
export interface Crowd {
  /** Tells that a person was answered; answers to nobody's question are let go. */
  answered(person: number): void;
  /**
   * Everybody begins to write; once `warmUp` answers came, resolves with what happens in `duration`
   * milliseconds. Rejects when a minute brings fewer answers.
   */
  measure(warmUp: number, duration: number): Promise<Throughput>;
}

/** Longest time for the first answers, in milliseconds. */
const PATIENCE = 60_000;

/** Makes a crowd of `people`. `ask` writes a person's next question. */
export function createCrowd(people: number, ask: (person: number) => void): Crowd {
  const since = new Map<number, number>();
  let took: number[] = [];
  let isOpen = true;

  function write(person: number): void {
    since.set(person, performance.now());
    ask(person);
  }

  return {
    answered(person) {
      const begun = since.get(person);
      if (begun === undefined) return;
      since.delete(person);
      took.push(performance.now() - begun);
      if (isOpen) write(person);
    },
    async measure(warmUp, duration) {
      for (let person = 0; person < people; person += 1) write(person);
      const deadline = performance.now() + PATIENCE;
      while (took.length < warmUp) {
        if (performance.now() > deadline) throw new Error(`only ${took.length} answers came in a minute`);
        await sleep(10);
      }
      took = [];
      const begun = performance.now();
      await sleep(duration);
      const seconds = (performance.now() - begun) / 1_000;
      const times = took.toSorted((a, b) => a - b);
      isOpen = false;
      return {
        perSecond: times.length / seconds,
        median: quantile(times, 0.5),
        p99: quantile(times, 0.99),
        answers: times.length,
      };
    },
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The run in the middle by answers a second. */
export function middleOf(runs: readonly Throughput[]): Throughput {
  const sorted = runs.toSorted((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}
