import MiniSearch from 'minisearch';
import type { Concept } from './concepts.ts';
import type { IndexedPassage, Token, Vocabulary } from './postings.ts';
import { WEIGHTS } from './weights.ts';

/** Proposes passages for the concepts of a question. */
export interface CandidateIndex {
  /** Positions of the best passages, best first, at most `limit`. */
  propose(concepts: readonly Concept[], limit: number): number[];
}

/** The one place that knows MiniSearch: four fields of index terms, scored with its BM25+. */
export function createCandidateIndex(
  passages: readonly IndexedPassage[],
  vocabulary: Vocabulary,
): CandidateIndex {
  const names: string[] = [];
  for (const [key, id] of vocabulary.ids) names[id] = key;
  const join = (tokens: readonly Token[]) => tokens.map(({ stem }) => names[stem]).join(' ');
  const split = (text: string) => text.split(' ');
  const index = new MiniSearch<{
    id: number;
    text: string;
    heading: string;
    title: string;
    questions: string;
  }>({
    fields: ['text', 'heading', 'title', 'questions'],
    tokenize: split,
    processTerm: (term) => (term === '' ? null : term),
  });
  index.addAll(
    passages.map((passage, id) => ({
      id,
      text: join(passage.text),
      heading: join(passage.heading),
      title: join(passage.title),
      questions: join(passage.questions.flat()),
    })),
  );
  return {
    propose(concepts, limit) {
      const terms = new Map<string, number>();
      for (const { matches } of concepts) {
        for (const [id, strength] of matches) {
          const name = names[id] ?? '';
          if ((terms.get(name) ?? 0) < strength) terms.set(name, strength);
        }
      }
      if (terms.size === 0) return [];
      const results = index.search([...terms.keys()].join(' '), {
        boost: WEIGHTS.proposal,
        boostTerm: (term) => terms.get(term) ?? 1,
      });
      return results.slice(0, limit).map((result) => result.id as number);
    },
  };
}
