import type { Language } from '../language/language.ts';

export type { Language } from '../language/language.ts';

/** A leaf of a reply. Text of people and of files is only ever in `text`, so it is never read as markup. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** What a reply is made of; the order is the reading order. */
export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'quote'; readonly content: readonly Inline[] };

/** A place in the knowledge folder that a reply cites. `path` is relative to the folder, `date` an ISO day. */
export interface Source {
  readonly path: string;
  readonly title: string;
  readonly anchor?: string;
  readonly date?: string;
  readonly url?: string;
}

/** A next step offered as a button. `id` has at most 64 bytes; `label` makes sense when read alone. */
export interface Suggestion {
  readonly id: string;
  readonly label: string;
}

/**
 * What a person can do with an answer besides reading on. `id` is a choice like a suggestion's; that of `share`
 * is the permanent short id of the place answered from, which `/start` opens.
 */
export interface Action {
  readonly kind: 'why' | 'useful' | 'useless' | 'report' | 'share';
  readonly id: string;
  readonly label: string;
}

/** Where a reply stands in a series, from 1; a platform that can puts the other page in its place. */
export interface Pages {
  readonly number: number;
  readonly count: number;
  readonly previous?: Suggestion;
  readonly next?: Suggestion;
}

/**
 * What the assistant says, without any platform's markup. The blocks already hold the line that names the
 * sources; `sources` repeats them as data.
 */
export interface Reply {
  readonly language: Language;
  readonly blocks: readonly Block[];
  readonly sources: readonly Source[];
  readonly suggestions: readonly Suggestion[];
  readonly pages?: Pages;
  readonly actions?: readonly Action[];
}
