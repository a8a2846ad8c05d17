import type { Input } from '../../src/messaging/index.ts';

/** A question as it was last answered, and the messages that hold the answer. */
interface Answered {
  readonly input: Input;
  readonly answers: readonly number[];
}

/** Which messages answer which question, so that an edited question can have its answer corrected. */
export interface AnsweredQuestions {
  remember(chat: string, question: number, answered: Answered): void;
  /** `isRecent` says whether the answer still stands near enough to be corrected unseen. */
  recall(chat: string, question: number): (Answered & { readonly isRecent: boolean }) | undefined;
}

/** How many questions are remembered. */
const REMEMBERED = 2_000;

/** How long an answer counts as recent, in milliseconds. */
const RECENT = 60 * 60 * 1_000;

/** A memory in this process only; the oldest questions are forgotten first. `clock` gives milliseconds. */
export function createAnsweredQuestions(clock: () => number = Date.now): AnsweredQuestions {
  const kept = new Map<string, Answered & { readonly at: number }>();
  return {
    remember(chat, question, answered) {
      const key = `${chat}/${question}`;
      kept.delete(key);
      kept.set(key, { ...answered, at: clock() });
      for (const oldest of kept.keys()) {
        if (kept.size <= REMEMBERED) break;
        kept.delete(oldest);
      }
    },
    recall(chat, question) {
      const found = kept.get(`${chat}/${question}`);
      return found === undefined ? undefined : { ...found, isRecent: clock() - found.at <= RECENT };
    },
  };
}
