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
   * Everybody begins to write. Resolves once `answers` came; rejects when three minutes bring fewer.
   */
  warmUp(answers: number): Promise<void>;
  /**
   * Resolves with what happens in `duration` milliseconds, once everybody has the answer to their last question.
   * Rejects when somebody never gets it: a bot that keeps silent must not look like one that is slow.
   */
  measure(duration: number): Promise<Throughput>;
}

/** Longest time for the first answers, in milliseconds. */
const PATIENCE = 180_000;

/** Longest time for the last answers, in milliseconds. */
const LAST_ANSWERS = 15_000;

/** Makes a crowd of `people`. `ask` writes a person's next question. */
export function createCrowd(people: number, ask: (person: number) => void): Crowd {
  const since = new Map<number, number>();
  let took: number[] = [];
  let isOpen = true;

  function write(person: number): void {
    since.set(person, performance.now());
    ask(person);
  }

  async function until(isDone: () => boolean, patience: number, complaint: () => string): Promise<void> {
    const deadline = performance.now() + patience;
    while (!isDone()) {
      if (performance.now() > deadline) throw new Error(complaint());
      await sleep(10);
    }
  }

  return {
    answered(person) {
      const begun = since.get(person);
      if (begun === undefined) return;
      since.delete(person);
      took.push(performance.now() - begun);
      if (isOpen) write(person);
    },
    async warmUp(answers) {
      for (let person = 0; person < people; person += 1) write(person);
      await until(
        () => took.length >= answers,
        PATIENCE,
        () => `only ${took.length} answers came in three minutes`,
      );
    },
    async measure(duration) {
      took = [];
      const begun = performance.now();
      await sleep(duration);
      const seconds = (performance.now() - begun) / 1_000;
      const times = took.toSorted((a, b) => a - b);
      isOpen = false;
      await until(
        () => since.size === 0,
        LAST_ANSWERS,
        () => `${since.size} of ${people} persons were never answered`,
      );
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
