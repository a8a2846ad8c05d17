import { setTimeout as sleep } from 'node:timers/promises';

/** The work that has begun and has not ended. */
interface UnderWay {
  readonly size: () => number;
  /** Counts `work` until it settles, and hands it back. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Waits until nothing is under way, at most `milliseconds`. Resolves with what is still open. */
  drain(milliseconds: number): Promise<number>;
}

/** Work that waits for its turn, a queue for each key. */
export interface Turns extends UnderWay {
  /**
   * Runs `task` when the earlier ones of this key have settled; other keys go on side by side. Each task begins in a
   * turn of the event loop of its own.
   */
  take<T>(key: string, task: () => Promise<T>): Promise<T>;
}

/** Counts work, so that a shutdown can wait for it. */
function createUnderWay(): UnderWay {
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

/**
 * Makes the function that paces work which keeps the process busy, so that a batch of messages does not hold back what
 * the first ones have ready to send. Of a hundred that came together, two are worked out before the first answer
 * reaches the platform; without this, all.
 */
function createPace(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}

/** Keeps the answers of one conversation in order, and lets a shutdown wait for all of them. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  const paced = createPace();
  const underWay = createUnderWay();
  return {
    ...underWay,
    take: (key, task) => {
      const turn = (last.get(key) ?? Promise.resolve()).then(paced, paced).then(task);
      last.set(key, turn);
      const forget = () => {
        if (last.get(key) === turn) last.delete(key);
      };
      turn.then(forget, forget);
      return underWay.track(turn);
    },
  };
}
