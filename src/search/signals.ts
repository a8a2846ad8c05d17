import type { Passage, Unit } from '../knowledge/document.ts';
import { isPlace } from '../language/index.ts';
import { showsType } from './answer-type.ts';
import type { Concept } from './concepts.ts';
import type { Signals } from './confidence.ts';
import { type Evidence, isShown } from './features.ts';
import type { Question } from './question.ts';
import { planFit, type RankFeatures } from './rank.ts';
import { tellsUnknown } from './tells-unknown.ts';

/** What the confidence needs to know of the best candidate and its rivals. */
export function signalsOf(
  question: Question,
  concepts: readonly Concept[],
  best: {
    readonly passage: Passage;
    readonly evidence: Evidence;
    readonly score: number;
    readonly features: Pick<RankFeatures, 'headingType'>;
    readonly units: readonly Unit[];
  },
  /** Scores of the best passage of another document, and of the next passage of any. */
  rivals: { readonly document: number | undefined; readonly passage: number | undefined },
  inDocument: ReadonlySet<number>,
): Signals {
  let mass = 0;
  let unknown = 0;
  let names = 0;
  let missing = 0;
  for (const concept of concepts) {
    mass += concept.mass;
    if (concept.matches.size === 0) unknown += concept.mass;
    if (!concept.isName) continue;
    names += concept.mass;
    if (![...concept.matches.keys()].some((id) => inDocument.has(id))) missing += concept.mass;
  }
  const { units } = best;
  const typed = question.type !== 'open';
  const shows = units.some((unit) => showsType(unit, question.type));
  const counts = best.passage.units.some(
    (unit, index) => best.evidence.counts[index] === true && units.includes(unit),
  );
  const lacksType = typed && !shows;
  const lacksCount = question.counted !== undefined && !counts;
  const toldUnknown = (lacksType || lacksCount) && units.some((unit) => tellsUnknown(unit.text));
  return {
    ...best.evidence.features,
    margin: lead(best.score, rivals.document),
    passageMargin: lead(best.score, rivals.passage),
    headingType: Math.max(0, best.features.headingType),
    showsType: typed && shows ? 1 : 0,
    length: Math.min(1, concepts.length / 15),
    lacksType: lacksType && !toldUnknown ? 1 : 0,
    uncounted: lacksCount && !toldUnknown ? 1 : 0,
    otherPlan: planFit(best.passage, question) < 0 ? 1 : 0,
    otherPlace: concepts.some((concept, c) => isPlace(concept.form) && !isShown(best.evidence, c)) ? 1 : 0,
    missingNames: names === 0 ? 0 : missing / Math.max(mass, 1e-9),
    unknown: unknown / Math.max(mass, 1e-9),
  };
}

/** How far a score leads another, as a share of it; 1 without another. */
function lead(score: number, other: number | undefined): number {
  return other === undefined ? 1 : Math.max(0, (score - other) / Math.max(score, 1e-9));
}
