import type { Document, Passage } from '../knowledge/document.ts';
import { isStopWord, type Term, termOf, termsOf, type Word, words } from '../language/index.ts';
import { withExcerpts } from './excerpts.ts';
import { phraseHashes } from './phrases.ts';

/** The ids of the content words of a text, in order. */
export type Ids = Int32Array;

/** A passage as the ranker reads it: ids of its words, and where each unit starts among them. */
export interface IndexedPassage {
  readonly passage: Passage;
  readonly text: Ids;
  /** `unitStarts[i]` is the position in `text` of the first word of unit `i`; one more entry closes the last. */
  readonly unitStarts: readonly number[];
  readonly heading: Ids;
  readonly title: Ids;
  /** Hashes of the phrases of the text, the heading and the title, sorted. */
  readonly phrases: Int32Array;
  /** The golden questions that lead here, each by itself. */
  readonly questions: readonly Ids[];
}

/** Every word of the folder with an id, and in how many passages it stands. */
export interface Vocabulary {
  /** Id of a stem. */
  readonly ids: ReadonlyMap<string, number>;
  /** Passages that hold the stem, by id, headings and titles included. */
  readonly frequency: readonly number[];
  /** Folded forms as written, with the id of their stem. */
  readonly forms: ReadonlyMap<string, number>;
  /** Ids of numbers in digits or words; ordinals are none. */
  readonly numbers: ReadonlySet<number>;
  /** Folded forms that are written with a capital inside a sentence two times in three at least. */
  readonly names: ReadonlySet<string>;
}

export interface Postings {
  readonly passages: readonly IndexedPassage[];
  readonly vocabulary: Vocabulary;
  readonly averageLength: number;
  /** For each document, the ids that stand anywhere in it. */
  readonly documents: ReadonlyMap<Document, ReadonlySet<number>>;
}

/** A name may stand once without its capital for so many times with it. */
const CAPITALS_TO_ONE = 2;

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
  const numbers = new Set<number>();
  const capitals = new Map<string, number>();
  const enter = ({ form, stem }: Term): number => {
    const id = idOf(stem);
    if (!forms.has(form)) {
      forms.set(form, id);
      if (/^\d/.test(form)) numbers.add(id);
    }
    return id;
  };
  /** The ids of the content words of a text; its phrases are added to `phrases`. */
  const idsOf = (all: readonly Word[], { document: { language } }: Passage, phrases: number[]): number[] => {
    phrases.push(...phraseHashes(all, language));
    return all.filter(({ form }) => !isStopWord(form, language)).map((word) => enter(termOf(word, language)));
  };
  /** A capital tells a name past the first word of a sentence. */
  const countCapitals = (sentence: readonly Word[]): void => {
    for (const { raw, form } of sentence.slice(1)) {
      const step = /^\p{Lu}/u.test(raw) ? 1 : -CAPITALS_TO_ONE;
      capitals.set(form, (capitals.get(form) ?? 0) + step);
    }
  };

  let length = 0;
  const indexed = passages.map((source): IndexedPassage => {
    const passage = withExcerpts(source);
    const text: number[] = [];
    const phrases: number[] = [];
    const unitStarts: number[] = [];
    for (const unit of passage.units) {
      unitStarts.push(text.length);
      const all = words(unit.text);
      text.push(...idsOf(all, passage, phrases));
      countCapitals(all);
    }
    unitStarts.push(text.length);
    const { section, document } = passage;
    const heading = idsOf(words([...section.trail, section.heading].join(' ')), passage, phrases);
    const title = idsOf(words(document.title), passage, phrases);
    const seen = new Set([...text, ...heading, ...title]);
    for (const id of seen) frequency[id] = (frequency[id] ?? 0) + 1;
    const inDocument = documents.get(document) ?? new Set<number>();
    for (const id of seen) inDocument.add(id);
    documents.set(document, inDocument);
    length += text.length;
    return {
      passage,
      text: Int32Array.from(text),
      unitStarts,
      heading: Int32Array.from(heading),
      title: Int32Array.from(title),
      phrases: Int32Array.from(phrases).sort(),
      questions: [],
    };
  });
  // Golden questions come last, as people write them: their slips must not count as words of the folder.
  const knownIds = (question: string, { document }: Passage) =>
    Int32Array.from(
      termsOf(question, document.language)
        .filter((term) => ids.has(term.stem))
        .map(enter),
    );
  const withQuestions = indexed.map((entry, position) => {
    const source = passages[position];
    const questions = source === undefined ? [] : questionsOf(source);
    return { ...entry, questions: questions.map((question) => knownIds(question, entry.passage)) };
  });
  const names = new Set([...capitals].flatMap(([form, surplus]) => (surplus >= 0 ? [form] : [])));
  return {
    passages: withQuestions,
    vocabulary: { ids, frequency, forms, numbers, names },
    averageLength: length / Math.max(1, indexed.length),
    documents,
  };
}
