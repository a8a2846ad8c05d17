import type { Concept } from './concepts.ts';
import type { IndexedPassage, Token } from './postings.ts';
import { WEIGHTS } from './weights.ts';

/** What the ranker and the confidence know of a passage for a question. All are shares between 0 and 1, about. */
export interface Features {
  /** BM25 over all fields, divided by what a perfect match would score. */
  readonly bm25: number;
  /** Share of the question's mass that the passage, its heading and title hold. */
  readonly coverage: number;
  /** The same for the best three units in a row. */
  readonly window: number;
  /** The same for the best single unit. */
  readonly unit: number;
  /** Share of neighbouring ideas of the question that stand near each other in the passage. */
  readonly pairs: number;
  /** Share of the question's ideas that the passage holds, each counting the same. */
  readonly matched: number;
  /** Share of the mass in the heading and title. */
  readonly heading: number;
  /** Share of the mass in the whole document. */
  readonly document: number;
  /** How near the question is to the passage's heading, words that only the heading has counting against it. */
  readonly headingLikeness: number;
  /** How near the question is to the passage's nearest golden question, from half alike (0) to the same (1). */
  readonly golden: number;
}

/** Which concepts a token shows, with the strength: an index over all concepts of one question. */
export type TokenMatches = ReadonlyMap<number, readonly (readonly [concept: number, strength: number])[]>;

export function indexConcepts(concepts: readonly Concept[]): TokenMatches {
  const byToken = new Map<number, [number, number][]>();
  concepts.forEach((concept, index) => {
    for (const [id, strength] of concept.matches) {
      const list = byToken.get(id) ?? [];
      list.push([index, strength]);
      byToken.set(id, list);
    }
  });
  return byToken;
}

/** Strength of each concept in each unit of a passage: `strengths[unit][concept]`. */
export interface Evidence {
  readonly features: Features;
  readonly units: readonly Float32Array[];
  readonly context: Float32Array;
  /** Units that give a number of the things that the question counts. */
  readonly counts: readonly boolean[];
}

const PAIR_REACH = 8;
/** How many content words after a number still say what it counts. */
const COUNT_REACH = 1;

export function evidenceOf(
  indexed: IndexedPassage,
  concepts: readonly Concept[],
  byToken: TokenMatches,
  averageLength: number,
  document: number,
  counted: string | undefined,
): Evidence {
  const size = concepts.length;
  const frequency = new Float32Array(size);
  const context = new Float32Array(size);
  const positions: number[][] = concepts.map(() => []);
  const units: Float32Array[] = [];
  const counts: boolean[] = [];
  const countedConcept =
    counted === undefined ? -1 : concepts.findIndex((concept) => concept.form === counted);
  let lastNumber = Number.NEGATIVE_INFINITY;

  let unit = new Float32Array(size);
  let unitIndex = 0;
  for (let position = 0; position < indexed.text.length; position++) {
    while (position >= (indexed.unitStarts[unitIndex + 1] ?? Infinity)) {
      units.push(unit);
      unit = new Float32Array(size);
      unitIndex++;
      lastNumber = Number.NEGATIVE_INFINITY;
    }
    if (indexed.text[position]?.isNumber === true) lastNumber = position;
    visit(indexed.text[position], byToken, (concept, strength) => {
      frequency[concept] = (frequency[concept] ?? 0) + strength;
      if ((unit[concept] ?? 0) < strength) unit[concept] = strength;
      positions[concept]?.push(position);
      if (concept === countedConcept && position - lastNumber <= COUNT_REACH) counts[unitIndex] = true;
    });
  }
  units.push(unit);
  while (units.length < indexed.passage.units.length) units.push(new Float32Array(size));

  const { field, bm25 } = WEIGHTS;
  const addField = (tokens: readonly Token[], weight: number) => {
    for (const token of tokens) {
      visit(token, byToken, (concept, strength) => {
        frequency[concept] = (frequency[concept] ?? 0) + strength * weight;
        if ((context[concept] ?? 0) < strength) context[concept] = strength;
      });
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
  const norm = bm25.k * (1 - bm25.b + (bm25.b * indexed.text.length) / Math.max(1, averageLength));
  const best = new Float32Array(size);
  for (const part of units) for (let c = 0; c < size; c++) best[c] = Math.max(best[c] ?? 0, part[c] ?? 0);
  concepts.forEach((concept, c) => {
    mass += concept.mass;
    const tf = frequency[c] ?? 0;
    scored += (concept.mass * tf) / (tf + norm);
    const strength = Math.max(best[c] ?? 0, context[c] ?? 0);
    covered += concept.mass * strength;
    matched += concept.weight * strength;
    weight += concept.weight;
    heading += concept.mass * (context[c] ?? 0);
  });
  const total = mass || 1;
  return {
    features: {
      bm25: scored / total,
      coverage: covered / total,
      window: bestWindow(units, concepts, 3) / total,
      unit: bestWindow(units, concepts, 1) / total,
      pairs: nearPairs(concepts, positions),
      matched: matched / (weight || 1),
      heading: heading / total,
      document,
      headingLikeness: bestLikeness([indexed.heading], concepts, byToken, total),
      golden: Math.max(0, 2 * bestLikeness(indexed.questions, concepts, byToken, total) - 1),
    },
    units,
    context,
    counts,
  };
}

/** Share of the question's mass that stands anywhere in a document. */
export function shareIn(ids: ReadonlySet<number>, concepts: readonly Concept[]): number {
  let mass = 0;
  let held = 0;
  for (const concept of concepts) {
    let strongest = 0;
    for (const [id, strength] of concept.matches)
      if (strength > strongest && ids.has(id)) strongest = strength;
    mass += concept.mass;
    held += concept.mass * strongest;
  }
  return held / (mass || 1);
}

function visit(
  token: Token | undefined,
  byToken: TokenMatches,
  found: (concept: number, strength: number) => void,
): void {
  const concepts = token === undefined ? undefined : byToken.get(token.stem);
  if (concepts !== undefined) for (const [concept, strength] of concepts) found(concept, strength);
}

/** The greatest covered mass of `length` units in a row. */
function bestWindow(units: readonly Float32Array[], concepts: readonly Concept[], length: number): number {
  let best = 0;
  for (let start = 0; start < units.length; start++) {
    let sum = 0;
    for (let c = 0; c < concepts.length; c++) {
      let strongest = 0;
      for (let step = 0; step < length; step++)
        strongest = Math.max(strongest, units[start + step]?.[c] ?? 0);
      sum += (concepts[c]?.mass ?? 0) * strongest;
    }
    if (sum > best) best = sum;
  }
  return best;
}

/** Share of the mass of neighbouring concepts that stand within eight words of each other, in order counts more. */
function nearPairs(concepts: readonly Concept[], positions: readonly (readonly number[])[]): number {
  let mass = 0;
  let near = 0;
  for (let c = 0; c + 1 < concepts.length; c++) {
    const pair = (concepts[c]?.mass ?? 0) + (concepts[c + 1]?.mass ?? 0);
    mass += pair;
    let best = 0;
    for (const first of positions[c] ?? []) {
      for (const second of positions[c + 1] ?? []) {
        const distance = second - first;
        if (distance === 0 || Math.abs(distance) > PAIR_REACH) continue;
        best = Math.max(best, (distance > 0 ? 1 : 0.7) / Math.sqrt(Math.abs(distance)));
      }
    }
    near += pair * best;
  }
  return mass === 0 ? 0 : near / mass;
}

/**
 * The greatest likeness to one of some phrases: the mass both share, as a share of the question's mass, lowered
 * by the share of the phrase's words that the question lacks.
 */
function bestLikeness(
  phrases: readonly (readonly Token[])[],
  concepts: readonly Concept[],
  byToken: TokenMatches,
  total: number,
): number {
  let best = 0;
  for (const tokens of phrases) {
    const strongest = new Float32Array(concepts.length);
    let matched = 0;
    for (const token of tokens) {
      let hit = 0;
      visit(token, byToken, (concept, strength) => {
        if ((strongest[concept] ?? 0) < strength) strongest[concept] = strength;
        if (strength > hit) hit = strength;
      });
      matched += hit;
    }
    let shared = 0;
    concepts.forEach((concept, c) => {
      shared += concept.mass * (strongest[c] ?? 0);
    });
    const likeness = (shared / total) * (matched / Math.max(1, tokens.length));
    if (likeness > best) best = likeness;
  }
  return best;
}
