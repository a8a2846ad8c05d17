import type { Passage, Unit } from '../knowledge/document.ts';
import { type AnswerType, showsType } from './answer-type.ts';
import type { Concept } from './concepts.ts';
import type { Evidence } from './features.ts';
import { WEIGHTS } from './weights.ts';

/** What is chosen of a passage. */
export interface Selection {
  /** What to show, in order; empty when nothing of it can be shown. */
  readonly units: readonly Unit[];
  /** The one of them that holds most of the question and the kind of thing asked for. */
  readonly nearest: Unit | undefined;
}

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
): Selection {
  const units = unitsOnward(passage);
  const scoreOf = unitScorer(evidence, concepts, type, units);
  const scores = passage.units.map(scoreOf);
  const best = indexOfBest(scores);
  const anchor = units[best];
  if (anchor === undefined || scores[best] === HIDDEN) return { units: [], nearest: undefined };
  const scoreAt = (index: number): number => {
    const unit = units[index];
    return unit === undefined ? HIDDEN : (scores[index] ?? scoreOf(unit, index));
  };
  const chosen =
    anchor.kind === 'sentence'
      ? sentencesAround(units, scoreAt, best)
      : listAround(units, scoreAt, best, type);
  return { units: chosen.flatMap((index) => units[index] ?? []), nearest: anchor };
}

/** What a passage begins with: its first sentence and those after it while they fit, or nothing if a list stands first. */
export function beginningOf(passage: Passage): readonly Unit[] {
  const { units } = passage;
  const first = units.findIndex(({ placeholder }) => !placeholder);
  if (units[first]?.kind !== 'sentence') return [];
  const scoreAt = (index: number) => (units[index]?.placeholder === false ? -index : HIDDEN);
  return sentencesAround(units, scoreAt, first).flatMap((index) => units[index] ?? []);
}

/** How many units past the end of a passage may be shown with it. */
const BEYOND = 20;

const onward = new WeakMap<Passage, readonly Unit[]>();

/** The units of a passage, and what its section goes on with where it was cut. */
function unitsOnward(passage: Passage): readonly Unit[] {
  const known = onward.get(passage);
  if (known !== undefined) return known;
  const { section, units } = passage;
  const last = units.at(-1);
  const at = last === undefined ? -1 : section.units.indexOf(last);
  const all = at < 0 ? units : [...units, ...section.units.slice(at + 1, at + 1 + BEYOND)];
  onward.set(passage, all);
  return all;
}

/** The score of what is never shown. */
const HIDDEN = Number.NEGATIVE_INFINITY;

type ScoreAt = (index: number) => number;

/**
 * Scores a unit by its place: how much of the question it holds, and whether it, or the list that it leads to, holds
 * the kind of thing asked for.
 */
function unitScorer(
  evidence: Evidence,
  concepts: readonly Concept[],
  type: AnswerType,
  units: readonly Unit[],
): (unit: Unit, index: number) => number {
  const telling = concepts.map(
    ({ mass }, c) => mass * (1 - WEIGHTS.select.toldAbove * (evidence.context[c] ?? 0)),
  );
  const total = telling.reduce((sum, mass) => sum + mass, 0) || 1;
  const isCounted = evidence.counts.some(Boolean);
  const shows = (unit: Unit, next: Unit | undefined): boolean =>
    showsType(unit, type) || (isLead(unit, next) && showsType(next, type));
  return (unit, index) => {
    if (unit.placeholder) return HIDDEN;
    const start = index * telling.length;
    let score = 0;
    for (let c = 0; c < telling.length; c++) score += (telling[c] ?? 0) * (evidence.units[start + c] ?? 0);
    const isAsked = isCounted ? evidence.counts[index] === true : shows(unit, units[index + 1]);
    return (
      score / total +
      (isAsked && type !== 'open' ? WEIGHTS.select.answerType : 0) -
      index * WEIGHTS.select.position
    );
  };
}

/** True for a sentence that ends in a colon and the first item of its list. */
function isLead(unit: Unit | undefined, next: Unit | undefined): next is Unit {
  if (unit?.kind !== 'sentence' || next === undefined || next.kind === 'sentence') return false;
  return unit.text.trimEnd().endsWith(':');
}

function indexOfBest(scores: readonly number[]): number {
  let best = 0;
  scores.forEach((score, index) => {
    if (score > (scores[best] ?? Number.NEGATIVE_INFINITY)) best = index;
  });
  return best;
}

/** The best sentence, then its neighbours, what follows rather than what precedes, while they fit. */
function sentencesAround(units: readonly Unit[], scoreAt: ScoreAt, best: number): number[] {
  const sentenceAt = (index: number): number => (units[index]?.kind === 'sentence' ? scoreAt(index) : HIDDEN);
  const lengthAt = (index: number): number => units[index]?.text.length ?? 0;
  let length = lengthAt(best);
  const fits = (index: number): boolean =>
    sentenceAt(index) !== HIDDEN && length + lengthAt(index) <= WEIGHTS.select.characters;
  let first = best;
  let last = best;
  while (last - first + 1 < WEIGHTS.select.sentences) {
    const sides =
      sentenceAt(last + 1) + WEIGHTS.select.onward >= sentenceAt(first - 1)
        ? [last + 1, first - 1]
        : [first - 1, last + 1];
    const next = sides.find(fits);
    if (next === undefined) break;
    length += lengthAt(next);
    first = Math.min(first, next);
    last = Math.max(last, next);
  }
  const chosen = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  return [...chosen, ...listAfter(units, scoreAt, last)];
}

/** The list right after the last chosen sentence, which leads to it with a colon or without. */
function listAfter(units: readonly Unit[], scoreAt: ScoreAt, last: number): number[] {
  const next = units[last + 1];
  return next === undefined || next.kind === 'sentence' ? [] : listFrom(units, scoreAt, last + 1);
}

/** A list with the sentence that leads to it; long lists show the items near the best one. */
function listAround(units: readonly Unit[], scoreAt: ScoreAt, best: number, type: AnswerType): number[] {
  const block = units[best]?.block;
  let start = best;
  while (start > 0 && units[start - 1]?.block === block) start--;
  const lead =
    start > 0 && units[start - 1]?.kind === 'sentence' && scoreAt(start - 1) !== HIDDEN ? [start - 1] : [];
  const items = listFrom(units, scoreAt, start);
  const whole = items.reduce((sum, index) => sum + (units[index]?.text.length ?? 0), 0);
  if (type === 'list' || whole <= WEIGHTS.select.characters) return [...lead, ...items];
  const strong = items.filter((index) => scoreAt(index) >= scoreAt(best) * WEIGHTS.select.siblingItem);
  return [...lead, ...(strong.length > 0 ? strong : [best])].slice(0, WEIGHTS.select.items);
}

function listFrom(units: readonly Unit[], scoreAt: ScoreAt, start: number): number[] {
  const block = units[start]?.block;
  const items: number[] = [];
  for (let index = start; units[index]?.block === block; index++)
    if (scoreAt(index) !== HIDDEN) items.push(index);
  return items.slice(0, WEIGHTS.select.items);
}
