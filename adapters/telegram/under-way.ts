import { setTimeout as sleep } from 'node:timers/promises';

/** The work that has begun and has not ended. */
export interface UnderWay {
  readonly size: () => number;
  /** Counts `work` until it settles, and hands it back. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Waits until nothing is under way, at most `milliseconds`. Resolves with what is still open. */
  drain(milliseconds: number): Promise<number>;
}

/** Counts work, so that a shutdown can wait for it. */
export function createUnderWay(): UnderWay {
  const open = new Set<Promise<unknown>>();
  return {
    size: () => open.size,
    track: (work) => {
      open.add(work);
      const forget = () => open.delete(work);
      work.then(forget, forget);
      return work;
    },
    drain: async (milliseconds) => {
      const timer = new AbortController();
      let late = false;
      const deadline = sleep(milliseconds, undefined, { signal: timer.signal }).then(
        () => {
          late = true;
        },
        () => {},
      );
      while (open.size > 0 && !late) await Promise.race([Promise.allSettled(open), deadline]);
      timer.abort();
      return open.size;
    },
  };
}
