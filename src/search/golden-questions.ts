import type { Document, GoldenQuestion, Passage } from '../knowledge/document.ts';
import { fold, termsOf, words } from '../language/index.ts';

/** Golden questions that help to find a passage; evaluation leaves out the ones being scored. */
export type QuestionsOf = (passage: Passage) => readonly string[];

/** A question as it is compared: its words alone, so that its copies in several files are one. */
export function questionKey(question: string): string {
  return words(question)
    .map((word) => word.form)
    .join(' ');
}

/** A golden question and every file that lists it: each of them answers it. */
export interface ListedQuestion {
  readonly text: string;
  /** The words that each file's answer must hold, where it names them. */
  readonly answers: ReadonlyMap<Document, string | undefined>;
}

/** The golden questions of a folder, each once, in the order of the files. */
export function listedQuestions(documents: readonly Document[]): ListedQuestion[] {
  const listed = new Map<string, { text: string; answers: Map<Document, string | undefined> }>();
  for (const document of documents) {
    for (const { text, expected } of document.questions) {
      const key = questionKey(text);
      const one = listed.get(key) ?? { text, answers: new Map() };
      if (!one.answers.has(document)) one.answers.set(document, expected);
      listed.set(key, one);
    }
  }
  return [...listed.values()];
}

/** The part, of so many, that a question and its copies belong to (FNV-1a of its words). */
export function foldOf(question: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (const letter of questionKey(question))
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % folds;
}

/**
 * Gives each golden question to one passage of its document: of those that hold its expected words, the one
 * that holds most of the question's own. `kept` leaves questions out.
 */
export function assignGoldenQuestions(
  passages: readonly Passage[],
  kept: (question: string) => boolean = () => true,
): QuestionsOf {
  const byDocument = new Map<Document, Passage[]>();
  for (const passage of passages)
    byDocument.set(passage.document, [...(byDocument.get(passage.document) ?? []), passage]);
  const given = new Map<Passage, string[]>();
  for (const [document, own] of byDocument) {
    for (const question of document.questions) {
      const passage = kept(question.text) ? bestFor(question, own) : undefined;
      if (passage !== undefined) given.set(passage, [...(given.get(passage) ?? []), question.text]);
    }
  }
  return (passage) => given.get(passage) ?? [];
}

function bestFor(question: GoldenQuestion, passages: readonly Passage[]): Passage | undefined {
  const expected = fold(question.expected ?? '');
  let best: Passage | undefined;
  let most = -1;
  for (const passage of passages) {
    const { section, units, document } = passage;
    const text = [section.heading, ...units.map((unit) => unit.text)].join(' ');
    if (!fold(text).includes(expected)) continue;
    const held = new Set(termsOf(`${section.heading} ${text}`, document.language).map((term) => term.stem));
    const shared = termsOf(question.text, document.language).filter((term) => held.has(term.stem)).length;
    const score = shared - termsOf(section.heading, document.language).length / 100;
    if (score > most) {
      most = score;
      best = passage;
    }
  }
  return best;
}
