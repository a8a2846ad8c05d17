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
  /** Most duplicates between two of these times, in order; those before the first one count too. */
  mostDuplicates(times: readonly number[]): number;
  /** Longest time between owing and arriving, in milliseconds. */
  longest(): number;
}

/** An empty tally, whose chats have the numbers after `first`. */
export function createTally(first = 1_000): Tally {
  const owedAt = new Map<number, number>();
  const arrivals = new Map<number, number>();
  const duplicatedAt: number[] = [];
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
      const before = arrivals.get(chat) ?? 0;
      arrivals.set(chat, before + 1);
      if (before === 0) longest = Math.max(longest, performance.now() - at);
      else duplicatedAt.push(performance.now());
    },
    totals: () => ({
      asked: owedAt.size,
      arrived: arrivals.size,
      lost: owedAt.size - arrivals.size,
      duplicates: duplicatedAt.length,
    }),
    mostDuplicates: (times) =>
      Math.max(
        ...[0, ...times].map((from, index) => {
          const to = times[index] ?? Number.POSITIVE_INFINITY;
          return duplicatedAt.filter((at) => at >= from && at < to).length;
        }),
      ),
    longest: () => longest,
  };
}
