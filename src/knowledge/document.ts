import type { Language } from '../language/language.ts';

/** What a document is, from `tipo:` (or Hugo's `type:`) in its front matter, else from its folder's name. */
export type DocumentKind =
  | 'desafio'
  | 'plan'
  | 'compromisos'
  | 'publicacion'
  | 'glosario'
  | 'preguntas'
  | 'pagina';

/** A question that a document says it answers, with the words that the answer must hold, if it names them. */
export interface GoldenQuestion {
  readonly text: string;
  readonly expected?: string;
  readonly line: number;
}

/** A reference of a document: where its facts come from. */
export interface Reference {
  readonly name: string;
  readonly url?: string;
}

/**
 * The smallest piece of text that can be shown alone: a sentence of a paragraph, an item of a list, a row of
 * a table. `block` counts the blocks of the section, so units of one list or paragraph share it. Links of
 * the unit stand in `links`, with the text they cover.
 */
export interface Unit {
  readonly kind: 'sentence' | 'item' | 'row';
  readonly block: number;
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** True when the text holds something that was never filled in («xx», TODO, lorem ipsum). */
  readonly placeholder: boolean;
}

/** What stands under one heading. The first section of a document, before any heading, has no `heading`. */
export interface Section {
  /** GitHub's anchor of the heading (`ii-plan`), empty before the first heading. */
  readonly anchor: string;
  readonly heading: string;
  /** Headings above this one, outermost first, without the document's title. */
  readonly trail: readonly string[];
  readonly level: number;
  /** Line of the heading in the file, from 1. */
  readonly line: number;
  readonly units: readonly Unit[];
}

/** One Markdown file that is served. */
export interface Document {
  /** Relative to the knowledge folder, with `/`. */
  readonly path: string;
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly title: string;
  /** ISO day (`2017-04-17`). */
  readonly date?: string;
  readonly author?: string;
  readonly description?: string;
  /** Order among its kind, smallest first (Hugo's `weight`). */
  readonly weight?: number;
  /** Numbers of the plans that the document is about, from `plan:`. */
  readonly plans: readonly number[];
  readonly aliases: readonly string[];
  readonly references: readonly Reference[];
  readonly questions: readonly GoldenQuestion[];
  /** Where a person can read it: under SITE_URL, else `url:`/`enlace:`, else its first reference. */
  readonly url?: string;
  readonly sections: readonly Section[];
  /** Keys of the front matter that have no field above. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Something wrong in a file, in the words of `src/texts/problems.ts`, for the maintainer. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly path: string;
  readonly line?: number;
  readonly message: string;
  readonly remedy: string;
}

/**
 * What retrieval ranks: a section, or a run of its units when it is long (about 130 words). `units` are in
 * reading order and are the section's own objects.
 */
export interface Passage {
  /** `path#anchor`, with `~2` … for further parts of the same section. */
  readonly id: string;
  readonly document: Document;
  readonly section: Section;
  readonly units: readonly Unit[];
}

/** One line of the thesaurus: words or phrases that mean the same here, most usual first. */
export interface SynonymGroup {
  readonly words: readonly string[];
  readonly line: number;
  readonly path: string;
}

/** A file that is rightly not served, and why, for the maintainer. */
export interface SkippedFile {
  readonly path: string;
  readonly rule: 'draft' | 'future' | 'expired' | 'section';
  readonly message: string;
}

/** A folder, read. `documents` are in the order of their paths. */
export interface KnowledgeFolder {
  readonly documents: readonly Document[];
  readonly passages: readonly Passage[];
  readonly synonyms: readonly SynonymGroup[];
  readonly skipped: readonly SkippedFile[];
  readonly problems: readonly Problem[];
}
