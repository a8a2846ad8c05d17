/** What became of questions and of messages that were owed. Each has a chat of its own. */
export interface Totals {
  readonly asked: number;
  readonly arrived: number;
  readonly lost: number;
  readonly duplicates: number;
}

/** Counts what arrives in the chats. */
export interface Tally {
  /** Something is owed to a chat from now on; gives the chat's number. */
  owe(): number;
  /** A message came to a chat. */
  arrive(chat: number): void;
  totals(): Totals;
  /**
   * Most duplicates that one kill made. `starts` are the times at which a process began, in order: what arrives again
   * is laid to the kill of the process under which it arrived before.
   */
  mostDuplicates(starts: readonly number[]): number;
  /** Longest time between owing and arriving, in milliseconds. */
  longest(): number;
}

/** An empty tally, whose chats have the numbers after `first`. */
export function createTally(first = 1_000): Tally {
  const owedAt = new Map<number, number>();
  const arrivedAt = new Map<number, number>();
  const beforeDuplicates: number[] = [];
  let longest = 0;
  return {
    owe() {
      const chat = first + owedAt.size + 1;
      owedAt.set(chat, performance.now());
      return chat;
    },
    arrive(chat) {
      const at = owedAt.get(chat);
      if (at === undefined) return;
      const now = performance.now();
      const before = arrivedAt.get(chat);
      arrivedAt.set(chat, now);
      if (before === undefined) longest = Math.max(longest, now - at);
      else beforeDuplicates.push(before);
    },
    totals: () => ({
      asked: owedAt.size,
      arrived: arrivedAt.size,
      lost: owedAt.size - arrivedAt.size,
      duplicates: beforeDuplicates.length,
    }),
    mostDuplicates: (starts) =>
      Math.max(
        ...starts.map((from, index) => {
          const to = starts[index + 1] ?? Number.POSITIVE_INFINITY;
          return beforeDuplicates.filter((at) => at >= from && at < to).length;
        }),
      ),
    longest: () => longest,
  };
}
