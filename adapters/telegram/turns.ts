import { setTimeout as sleep } from 'node:timers/promises';

/** The work that has begun and has not ended, a queue for each key. */
export interface Turns {
  readonly size: () => number;
  /** Runs `task` when the earlier ones of this key have settled; other keys go on side by side. */
  take<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Waits until nothing is under way, at most `milliseconds`. Resolves with what is still open. */
  drain(milliseconds: number): Promise<number>;
}

/** Keeps the answers of one chat in order, and lets a shutdown wait for all of them. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  const open = new Set<Promise<unknown>>();
  return {
    size: () => open.size,
    take: (key, task) => {
      const turn = (last.get(key) ?? Promise.resolve()).then(task, task);
      last.set(key, turn);
      open.add(turn);
      const forget = () => {
        open.delete(turn);
        if (last.get(key) === turn) last.delete(key);
      };
      turn.then(forget, forget);
      return turn;
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
