import type { Document, GoldenQuestion, Passage } from '../knowledge/document.ts';
import { fold, termsOf } from '../language/index.ts';

/** Golden questions that help to find a passage; evaluation leaves out the ones being scored. */
export type QuestionsOf = (passage: Passage) => readonly string[];

/**
 * Gives each golden question to one passage of its document: of those that hold its expected words, the one
 * that holds most of the question's own. `kept` leaves questions out by their place in the document.
 */
export function assignGoldenQuestions(
  passages: readonly Passage[],
  kept: (index: number) => boolean = () => true,
): QuestionsOf {
  const byDocument = new Map<Document, Passage[]>();
  for (const passage of passages)
    byDocument.set(passage.document, [...(byDocument.get(passage.document) ?? []), passage]);
  const given = new Map<Passage, string[]>();
  for (const [document, own] of byDocument) {
    document.questions.forEach((question, index) => {
      const passage = kept(index) ? bestFor(question, own) : undefined;
      if (passage !== undefined) given.set(passage, [...(given.get(passage) ?? []), question.text]);
    });
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
