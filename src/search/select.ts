import type { Passage, Unit } from '../knowledge/document.ts';
import { type AnswerType, showsType } from './answer-type.ts';
import type { Concept } from './concepts.ts';
import type { Evidence } from './features.ts';
import { WEIGHTS } from './weights.ts';

/**
 * Chooses what to show of a passage: the unit that holds most of the question and the kind of thing asked
 * for, then its neighbours up to four short sentences; for a list, its lead sentence and its items. Units with
 * something never filled in are not chosen.
 */
export function select(
  passage: Passage,
  evidence: Evidence,
  concepts: readonly Concept[],
  type: AnswerType,
): readonly Unit[] {
  const units = [...passage.units, ...following(passage)];
  const scores = units.map((unit, index) => unitScore(unit, index, evidence, concepts, type));
  const best = indexOfBest(scores.slice(0, passage.units.length));
  const anchor = units[best];
  if (anchor === undefined || (scores[best] ?? HIDDEN) === HIDDEN) return [];
  const chosen =
    anchor.kind === 'sentence'
      ? sentencesAround(units, scores, best, type)
      : listAround(units, scores, best, type);
  return chosen.map((index) => units[index]).filter((unit) => unit !== undefined);
}

/** How many units past the end of a passage may be shown with it. */
const BEYOND = 20;

/** What the section goes on with where the passage was cut. */
function following({ section, units }: Passage): readonly Unit[] {
  const last = units.at(-1);
  const at = last === undefined ? -1 : section.units.indexOf(last);
  return at < 0 ? [] : section.units.slice(at + 1, at + 1 + BEYOND);
}

/** The score of what is never shown. */
const HIDDEN = Number.NEGATIVE_INFINITY;

function unitScore(
  unit: Unit,
  index: number,
  evidence: Evidence,
  concepts: readonly Concept[],
  type: AnswerType,
): number {
  if (unit.placeholder) return HIDDEN;
  let score = 0;
  let mass = 0;
  concepts.forEach((concept, c) => {
    mass += concept.mass;
    score += concept.mass * (evidence.units[index]?.[c] ?? 0);
  });
  const shows = evidence.counts.some(Boolean) ? evidence.counts[index] === true : showsType(unit, type);
  return (
    score / (mass || 1) +
    (shows && type !== 'open' ? WEIGHTS.select.answerType : 0) -
    index * WEIGHTS.select.position
  );
}

function indexOfBest(scores: readonly number[]): number {
  let best = 0;
  scores.forEach((score, index) => {
    if (score > (scores[best] ?? Number.NEGATIVE_INFINITY)) best = index;
  });
  return best;
}

/** The best sentence, then its neighbours, the one that holds more of the question first, while they fit. */
function sentencesAround(
  units: readonly Unit[],
  scores: readonly number[],
  best: number,
  type: AnswerType,
): number[] {
  const scoreAt = (index: number): number =>
    units[index]?.kind === 'sentence' ? (scores[index] ?? HIDDEN) : HIDDEN;
  const lengthAt = (index: number): number => units[index]?.text.length ?? 0;
  let length = lengthAt(best);
  const fits = (index: number): boolean =>
    scoreAt(index) !== HIDDEN && length + lengthAt(index) <= WEIGHTS.select.characters;
  let first = best;
  let last = best;
  while (last - first + 1 < WEIGHTS.select.sentences) {
    const sides = scoreAt(last + 1) >= scoreAt(first - 1) ? [last + 1, first - 1] : [first - 1, last + 1];
    const next = sides.find(fits);
    if (next === undefined) break;
    length += lengthAt(next);
    first = Math.min(first, next);
    last = Math.max(last, next);
  }
  const chosen = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  return [...chosen, ...listLedBy(units, scores, last, type)];
}

/** The list that the last chosen sentence leads to with a colon, or that a question for a list finds next. */
function listLedBy(
  units: readonly Unit[],
  scores: readonly number[],
  last: number,
  type: AnswerType,
): number[] {
  const leads = units[last]?.text.trimEnd().endsWith(':') === true || type === 'list';
  const next = units[last + 1];
  return leads && next !== undefined && next.kind !== 'sentence' ? listFrom(units, scores, last + 1) : [];
}

/** A list with the sentence that leads to it; long lists show the items near the best one. */
function listAround(
  units: readonly Unit[],
  scores: readonly number[],
  best: number,
  type: AnswerType,
): number[] {
  const block = units[best]?.block;
  let start = best;
  while (start > 0 && units[start - 1]?.block === block) start--;
  const lead =
    start > 0 && units[start - 1]?.kind === 'sentence' && scores[start - 1] !== HIDDEN ? [start - 1] : [];
  const items = listFrom(units, scores, start);
  const whole = items.reduce((sum, index) => sum + (units[index]?.text.length ?? 0), 0);
  if (type === 'list' || whole <= WEIGHTS.select.characters) return [...lead, ...items];
  const strong = items.filter(
    (index) => (scores[index] ?? 0) >= (scores[best] ?? 0) * WEIGHTS.select.siblingItem,
  );
  return [...lead, ...(strong.length > 0 ? strong : [best])].slice(0, WEIGHTS.select.items);
}

function listFrom(units: readonly Unit[], scores: readonly number[], start: number): number[] {
  const block = units[start]?.block;
  const items: number[] = [];
  for (let index = start; units[index]?.block === block; index++)
    if (scores[index] !== HIDDEN) items.push(index);
  return items.slice(0, WEIGHTS.select.items);
}
