import type { Concept } from './concepts.ts';
import type { Phrase } from './phrases.ts';
import type { Vocabulary } from './postings.ts';

/** What a question looks for, and which of its concepts each word of the index shows: made once for a question. */
export interface Wanted {
  readonly concepts: readonly Concept[];
  readonly phrases: readonly Phrase[];
  /** The concept of the things that are counted, or -1. */
  readonly counted: number;
  /** By id of a word, the place of its list in `lists`; 0 for the many that show none. */
  readonly places: Uint16Array;
  readonly lists: readonly (readonly Shown[])[];
  readonly tally: Tally;
}

/** Figures by concept while one passage is looked at. Every passage overwrites them: typed arrays are dear to make. */
interface Tally {
  readonly frequency: Float32Array;
  readonly best: Float32Array;
  readonly strongest: Float32Array;
}

/** A concept that a word shows, and how well (0–1). */
interface Shown {
  readonly concept: number;
  readonly strength: number;
}

/** `counted` is the folded noun that the question counts, if it does. */
export function indexConcepts(
  concepts: readonly Concept[],
  phrases: readonly Phrase[],
  { frequency }: Vocabulary,
  counted: string | undefined,
): Wanted {
  const places = new Uint16Array(frequency.length);
  const lists: Shown[][] = [[]];
  concepts.forEach(({ matches }, concept) => {
    for (const [id, strength] of matches) {
      const place = places[id] || lists.length;
      places[id] = place;
      lists[place] = [...(lists[place] ?? []), { concept, strength }];
    }
  });
  const at = counted === undefined ? -1 : concepts.findIndex((concept) => concept.form === counted);
  const zeros = () => new Float32Array(concepts.length);
  const tally = { frequency: zeros(), best: zeros(), strongest: zeros() };
  return { concepts, phrases, counted: at, places, lists, tally };
}

/** The concepts that a word of the index shows. */
export function shownBy(id: number, { places, lists }: Wanted): readonly Shown[] {
  return lists[places[id] ?? 0] ?? [];
}
