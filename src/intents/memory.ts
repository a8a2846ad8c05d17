import type { Language } from '../language/index.ts';
import type { Source, Suggestion } from '../messaging/index.ts';

/** An answer that was given, so that «¿por qué?» can explain it: the place answered from and the question understood. */
export interface Answer {
  readonly id: string;
  readonly question: string;
  readonly confidence: number;
}

/** How many answers a conversation can still be asked about. */
const MOST_ANSWERS = 5;

/** The answers remembered, with one more. */
export function withAnswer(answers: readonly Answer[] = [], answer: Answer): readonly Answer[] {
  return [...answers, answer].slice(-MOST_ANSWERS);
}

/** What a conversation remembers to understand the next message. Everything in it comes from public files but `question`. */
export interface Memory {
  readonly language?: Language;
  /** The last question, with what was understood from the conversation added. */
  readonly question?: string;
  /** Where the last answer came from: path of the document and anchor of the section. */
  readonly topic?: { readonly path: string; readonly anchor: string };
  readonly sources: readonly Source[];
  /** The last question that was declined, so that it can go to the team, and the platform's id of its message. */
  readonly unanswered?: { readonly question: string; readonly message?: string };
  /** The last answers, oldest first. */
  readonly answers?: readonly Answer[];
  /** What was offered last, so that «1» or «la primera» chooses it. */
  readonly offered: readonly Suggestion[];
  /** What «más» shows next: a suggestion's id. */
  readonly next?: string;
}

export const EMPTY_MEMORY: Memory = { sources: [], offered: [] };
