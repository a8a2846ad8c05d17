import MiniSearch from 'minisearch';
import type { Concept } from './concepts.ts';
import type { Ids, IndexedPassage, Vocabulary } from './postings.ts';

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
  const join = (all: readonly Ids[]) => all.flatMap((ids) => Array.from(ids, (id) => names[id])).join(' ');
  const split = (text: string) => text.split(' ');
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: split,
    processTerm: (term) => (term === '' ? null : term),
  });
  index.addAll(
    passages.map(({ text, heading, title, questions }, id) => ({
      id,
      text: join([text, heading, title, ...questions]),
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
        boostTerm: (term) => terms.get(term) ?? 1,
      });
      return results.slice(0, limit).map((result) => result.id as number);
    },
  };
}
