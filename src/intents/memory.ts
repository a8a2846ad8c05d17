import type { Language } from '../language/index.ts';
import type { Source, Suggestion } from '../messaging/index.ts';

/** What a conversation remembers to understand the next message. Everything in it comes from public files but `question`. */
export interface Memory {
  readonly language?: Language;
  /** The last question, with what was understood from the conversation added. */
  readonly question?: string;
  /** Where the last answer came from: path of the document and anchor of the section. */
  readonly topic?: { readonly path: string; readonly anchor: string };
  readonly sources: readonly Source[];
  /** What was offered last, so that «1» or «la primera» chooses it. */
  readonly offered: readonly Suggestion[];
  /** What «más» shows next: a suggestion's id. */
  readonly next?: string;
}

export const EMPTY_MEMORY: Memory = { sources: [], offered: [] };
