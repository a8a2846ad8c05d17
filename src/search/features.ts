import { bestUnits } from './best-units.ts';
import type { Concept } from './concepts.ts';
import { shareOfPhrases } from './phrases.ts';
import type { Ids, IndexedPassage, Postings } from './postings.ts';
import { shownBy, type Wanted } from './wanted.ts';
import { WEIGHTS } from './weights.ts';

/** What the ranker and the confidence know of a passage for a question. All are shares between 0 and 1, about. */
export interface Features {
  /** BM25 over all fields, divided by what a perfect match would score. */
  readonly bm25: number;
  /** Share of the question's mass that the passage, its heading and title hold. */
  readonly coverage: number;
  /** The same for the best single unit. */
  readonly unit: number;
  /** The mean of that and the second best. */
  readonly twoUnits: number;
  /** Share of the question's neighbouring words that stand so in the passage, its heading or title. */
  readonly phrases: number;
  /** Share of the question's ideas that the passage holds, each counting the same. */
  readonly matched: number;
  /** Share of the mass of the question's names that the passage holds; 0 without any. */
  readonly names: number;
  /** Share of the mass in the heading and title. */
  readonly heading: number;
  /** How near the question is to the passage's heading, words that only the heading has counting against it. */
  readonly headingLikeness: number;
  /** Share of the mass among the first words of the unit that begins with most of it: what the unit is about. */
  readonly subject: number;
  /** How near the question is to the passage's nearest golden question, from three quarters alike (0) to the same (1). */
  readonly golden: number;
}

/** What a passage shows of the concepts, each with its strength (0–1). */
export interface Evidence {
  readonly features: Features;
  /** Unit by unit: the strength of a concept in a unit is at `unit * concepts.length + concept`. */
  readonly units: Float32Array;
  /** By concept, in the heading and the title. */
  readonly context: Float32Array;
  /** Units that give a number of the things that the question counts. */
  readonly counts: readonly boolean[];
}

/** How many content words after a number still say what it counts. */
const COUNT_REACH = 1;

export function evidenceOf(
  indexed: IndexedPassage,
  wanted: Wanted,
  { averageLength, vocabulary: { numbers } }: Postings,
): Evidence {
  const { concepts, tally } = wanted;
  const { frequency, best } = tally;
  frequency.fill(0);
  best.fill(0);
  const size = concepts.length;
  const { text, unitStarts } = indexed;
  const context = new Float32Array(size);
  const units = new Float32Array(size * Math.max(0, unitStarts.length - 1));
  const counts: boolean[] = [];

  for (let index = 0; index + 1 < unitStarts.length; index++) {
    const end = unitStarts[index + 1] ?? 0;
    let lastNumber = Number.NEGATIVE_INFINITY;
    for (let position = unitStarts[index] ?? 0; position < end; position++) {
      const id = text[position] ?? -1;
      if (wanted.counted >= 0 && numbers.has(id)) lastNumber = position;
      for (const { concept, strength } of shownBy(id, wanted)) {
        frequency[concept] = (frequency[concept] ?? 0) + strength;
        const at = index * size + concept;
        if ((units[at] ?? 0) < strength) units[at] = strength;
        if ((best[concept] ?? 0) < strength) best[concept] = strength;
        if (concept === wanted.counted && position - lastNumber <= COUNT_REACH) counts[index] = true;
      }
    }
  }

  const { field, bm25 } = WEIGHTS;
  const addField = (ids: Ids, weight: number) => {
    for (const id of ids) {
      for (const { concept, strength } of shownBy(id, wanted)) {
        frequency[concept] = (frequency[concept] ?? 0) + strength * weight;
        if ((context[concept] ?? 0) < strength) context[concept] = strength;
      }
    }
  };
  addField(indexed.heading, field.heading);
  addField(indexed.title, field.title);

  let mass = 0;
  let scored = 0;
  let covered = 0;
  let heading = 0;
  let matched = 0;
  let weight = 0;
  let names = 0;
  let allNames = 0;
  const norm = bm25.k * (1 - bm25.b + (bm25.b * indexed.text.length) / Math.max(1, averageLength));
  for (let c = 0; c < size; c++) {
    const concept = concepts[c];
    if (concept === undefined) continue;
    mass += concept.mass;
    const tf = frequency[c] ?? 0;
    scored += (concept.mass * tf) / (tf + norm);
    const strength = Math.max(best[c] ?? 0, context[c] ?? 0);
    covered += concept.mass * strength;
    matched += concept.weight * strength;
    weight += concept.weight;
    heading += concept.mass * (context[c] ?? 0);
    if (!concept.isName) continue;
    allNames += concept.mass;
    names += concept.mass * strength;
  }
  const total = mass || 1;
  const [one, two] = bestUnits(units, concepts);
  return {
    features: {
      bm25: scored / total,
      coverage: covered / total,
      unit: one / total,
      twoUnits: two / total,
      phrases: shareOfPhrases(wanted.phrases, indexed.phrases),
      matched: matched / (weight || 1),
      names: names / (allNames || 1),
      heading: heading / total,
      headingLikeness: bestLikeness([indexed.heading], wanted, total),
      subject: bestStart(indexed, wanted) / total,
      golden: Math.max(0, 4 * bestLikeness(indexed.questions, wanted, total) - 3),
    },
    units,
    context,
    counts,
  };
}

/** The strength of each concept in a unit of the passage. */
export function inUnit({ units, context }: Evidence, unit: number): Float32Array {
  return units.subarray(unit * context.length, (unit + 1) * context.length);
}

/** True when the passage, its heading or its title shows a concept. */
export function isShown({ units, context }: Evidence, concept: number): boolean {
  return (
    (context[concept] ?? 0) > 0 ||
    units.some((strength, at) => strength > 0 && at % context.length === concept)
  );
}

/**
 * The greatest likeness to one of some phrases: the mass both share, as a share of the question's mass, lowered
 * by the share of the phrase's words that the question lacks.
 */
function bestLikeness(phrases: readonly Ids[], wanted: Wanted, total: number): number {
  const { concepts, tally } = wanted;
  const { strongest } = tally;
  let best = 0;
  for (const ids of phrases) {
    strongest.fill(0);
    let matched = 0;
    for (const id of ids) {
      let hit = 0;
      for (const { concept, strength } of shownBy(id, wanted)) {
        if ((strongest[concept] ?? 0) < strength) strongest[concept] = strength;
        if (strength > hit) hit = strength;
      }
      matched += hit;
    }
    if (matched === 0) continue;
    const likeness = (massOf(strongest, concepts) / total) * (matched / ids.length);
    if (likeness > best) best = likeness;
  }
  return best;
}

/** The greatest mass among the first words of a unit: as many as the question has ideas. */
function bestStart({ text, unitStarts }: IndexedPassage, wanted: Wanted): number {
  const { concepts, tally } = wanted;
  const { strongest } = tally;
  let best = 0;
  for (let index = 0; index + 1 < unitStarts.length; index++) {
    const start = unitStarts[index] ?? 0;
    const end = Math.min(start + concepts.length, unitStarts[index + 1] ?? 0);
    strongest.fill(0);
    for (let position = start; position < end; position++) {
      for (const { concept, strength } of shownBy(text[position] ?? -1, wanted))
        if ((strongest[concept] ?? 0) < strength) strongest[concept] = strength;
    }
    best = Math.max(best, massOf(strongest, concepts));
  }
  return best;
}

function massOf(strengths: Float32Array, concepts: readonly Concept[]): number {
  let mass = 0;
  for (let c = 0; c < concepts.length; c++) mass += (concepts[c]?.mass ?? 0) * (strengths[c] ?? 0);
  return mass;
}
