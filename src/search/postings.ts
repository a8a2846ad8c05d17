import type { Document, Passage } from '../knowledge/document.ts';
import { type Term, termsOf } from '../language/index.ts';
import { withExcerpts } from './excerpts.ts';

/** A content word in the index. */
export interface Token {
  /** Id of its stem. */
  readonly stem: number;
  /** True for a number in digits or words; ordinals are none. */
  readonly isNumber: boolean;
}

/** A passage as the ranker reads it: ids of its words, and where each unit starts among them. */
export interface IndexedPassage {
  readonly passage: Passage;
  readonly text: readonly Token[];
  /** `unitStarts[i]` is the position in `text` of the first word of unit `i`; one more entry closes the last. */
  readonly unitStarts: readonly number[];
  readonly heading: readonly Token[];
  readonly title: readonly Token[];
  /** The golden questions that lead here, each by itself. */
  readonly questions: readonly (readonly Token[])[];
}

/** Every word of the folder with an id, and in how many passages it stands. */
export interface Vocabulary {
  /** Id of a stem. */
  readonly ids: ReadonlyMap<string, number>;
  /** Passages that hold the stem, by id, headings and titles included. */
  readonly frequency: readonly number[];
  /** Folded forms as written, with the id of their stem. */
  readonly forms: ReadonlyMap<string, number>;
}

export interface Postings {
  readonly passages: readonly IndexedPassage[];
  readonly vocabulary: Vocabulary;
  readonly averageLength: number;
  /** For each document, the ids that stand anywhere in it. */
  readonly documents: ReadonlyMap<Document, ReadonlySet<number>>;
}

/** Cuts every passage into words and counts them. `questions` says which golden questions help find it. */
export function buildPostings(
  passages: readonly Passage[],
  questionsOf: (passage: Passage) => readonly string[],
): Postings {
  const ids = new Map<string, number>();
  const forms = new Map<string, number>();
  const frequency: number[] = [];
  const documents = new Map<Document, Set<number>>();
  const idOf = (key: string): number => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, frequency.length);
    frequency.push(0);
    return frequency.length - 1;
  };
  const tokenOf = (term: Term): Token => {
    const stem = idOf(term.stem);
    if (!forms.has(term.form)) forms.set(term.form, stem);
    return { stem, isNumber: /^\d/.test(term.form) };
  };
  const tokens = (text: string, passage: Passage) => termsOf(text, passage.document.language).map(tokenOf);

  let length = 0;
  const indexed = passages.map((source): IndexedPassage => {
    const passage = withExcerpts(source);
    const text: Token[] = [];
    const unitStarts: number[] = [];
    for (const unit of passage.units) {
      unitStarts.push(text.length);
      text.push(...tokens(unit.text, passage));
    }
    unitStarts.push(text.length);
    const { section, document } = passage;
    const heading = tokens([...section.trail, section.heading].join(' '), passage);
    const title = tokens(document.title, passage);
    const seen = new Set<number>();
    for (const part of [text, heading, title]) {
      for (const token of part) {
        seen.add(token.stem);
      }
    }
    for (const id of seen) frequency[id] = (frequency[id] ?? 0) + 1;
    const inDocument = documents.get(document) ?? new Set<number>();
    for (const id of seen) inDocument.add(id);
    documents.set(document, inDocument);
    length += text.length;
    return { passage, text, unitStarts, heading, title, questions: [] };
  });
  // Golden questions come last, as people write them: their slips must not count as words of the folder.
  const knownTokens = (question: string, { document }: Passage) =>
    termsOf(question, document.language).flatMap((term) => (ids.has(term.stem) ? [tokenOf(term)] : []));
  const withQuestions = indexed.map((entry, position) => {
    const source = passages[position];
    const questions = source === undefined ? [] : questionsOf(source);
    return { ...entry, questions: questions.map((question) => knownTokens(question, entry.passage)) };
  });
  return {
    passages: withQuestions,
    vocabulary: { ids, frequency, forms },
    averageLength: length / Math.max(1, indexed.length),
    documents,
  };
}
