import MiniSearch from 'minisearch';
import type { Concept } from './concepts.ts';
import type { Ids, IndexedPassage, Vocabulary } from './postings.ts';

/** Proposes passages for the concepts of a question. */
export interface CandidateIndex {
  /** Positions of the best passages, best first, at most `limit`. */
  propose(concepts: readonly Concept[], limit: number): number[];
}

/**
 * The one place that knows MiniSearch: it scores every word of the folder in every passage with its BM25+, once. A
 * question adds up the scores of its words by MiniSearch's own rule (any of them, and a passage's sum counts once
 * for each word that it holds), without the record of matches that MiniSearch makes for each passage.
 */
export function createCandidateIndex(
  passages: readonly IndexedPassage[],
  vocabulary: Vocabulary,
): CandidateIndex {
  const { starts, holders, scores } = scoredWords(passages, vocabulary);
  /** Zero for every passage between questions. */
  const sums = new Float64Array(passages.length);
  const held = new Uint16Array(passages.length);
  return {
    propose(concepts, limit) {
      const strengths = new Map<number, number>();
      for (const { matches } of concepts) {
        for (const [id, strength] of matches)
          if ((strengths.get(id) ?? 0) < strength) strengths.set(id, strength);
      }
      const found: number[] = [];
      for (const [id, strength] of strengths) {
        const end = starts[id + 1] ?? 0;
        for (let at = starts[id] ?? end; at < end; at++) {
          const position = holders[at] ?? 0;
          if (held[position] === 0) found.push(position);
          held[position] = (held[position] ?? 0) + 1;
          sums[position] = (sums[position] ?? 0) + strength * (scores[at] ?? 0);
        }
      }
      for (const position of found) sums[position] = (sums[position] ?? 0) * (held[position] ?? 0);
      const least = nthGreatest(found, sums, limit);
      const best = found
        .filter((position) => (sums[position] ?? 0) >= least)
        .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0))
        .slice(0, limit);
      for (const position of found) sums[position] = held[position] = 0;
      return best;
    },
  };
}

/** The `nth` greatest of the sums at some positions, or 0 when there are fewer. */
function nthGreatest(positions: readonly number[], sums: Float64Array, nth: number): number {
  const ascending = Float64Array.from(positions, (position) => sums[position] ?? 0).sort();
  return ascending[ascending.length - nth] ?? 0;
}

/** For each word, the positions of the passages that hold it, and their scores: from `starts[id]` to `starts[id + 1]`. */
interface ScoredWords {
  readonly starts: Int32Array;
  readonly holders: Int32Array;
  readonly scores: Float64Array;
}

function scoredWords(passages: readonly IndexedPassage[], vocabulary: Vocabulary): ScoredWords {
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
  const starts = new Int32Array(names.length + 1);
  const holders: number[] = [];
  const scores: number[] = [];
  names.forEach((name, word) => {
    for (const { id, score } of index.search(name).sort((a, b) => a.id - b.id)) {
      holders.push(id);
      scores.push(score);
    }
    starts[word + 1] = holders.length;
  });
  return { starts, holders: Int32Array.from(holders), scores: Float64Array.from(scores) };
}
