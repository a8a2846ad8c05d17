import { EMPTY_MEMORY, type Memory } from './intents/index.ts';

/** What each conversation remembers: for half an hour, and of the last ten thousand conversations. */
export interface Memories {
  recall(key: string): Memory;
  remember(key: string, memory: Memory): void;
}

const LIFETIME_MS = 30 * 60 * 1000;
const MOST = 10_000;

/** Memories in this process only; `clock` gives milliseconds. */
export function createMemories(clock: () => number): Memories {
  const kept = new Map<string, { memory: Memory; at: number }>();
  return {
    recall(key) {
      const entry = kept.get(key);
      return entry === undefined || clock() - entry.at > LIFETIME_MS ? EMPTY_MEMORY : entry.memory;
    },
    remember(key, memory) {
      kept.delete(key);
      kept.set(key, { memory, at: clock() });
      for (const [oldest, { at }] of kept) {
        if (kept.size <= MOST && clock() - at <= LIFETIME_MS) break;
        kept.delete(oldest);
      }
    },
  };
}
