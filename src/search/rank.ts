import type { Passage, Section, Unit } from '../knowledge/document.ts';
import { type Language, planNumbers } from '../language/index.ts';
import { type AnswerType, answerTypeOfText, showsType } from './answer-type.ts';
import type { Evidence, Features } from './features.ts';
import type { Question } from './question.ts';
import { WEIGHTS } from './weights.ts';

const plansOfPassage = new WeakMap<Passage, readonly number[]>();

/** The plans that a passage is about: those of its headings, else those of its document. */
export function plansOf(passage: Passage): readonly number[] {
  const known = plansOfPassage.get(passage);
  if (known !== undefined) return known;
  const named = planNumbers([...passage.section.trail, passage.section.heading].join('. '));
  const plans = named.length > 0 ? named : passage.document.plans;
  plansOfPassage.set(passage, plans);
  return plans;
}

const plansInText = new WeakMap<Passage, readonly number[]>();

function plansNamed(passage: Passage): readonly number[] {
  const known = plansInText.get(passage);
  if (known !== undefined) return known;
  const named = passage.units.flatMap((unit) => planNumbers(unit.text));
  plansInText.set(passage, named);
  return named;
}

/** 1 when the passage is about a plan that the question names, -1 when it only speaks of others, else 0. */
export function planFit(passage: Passage, question: Question): number {
  if (question.plans.length === 0) return 0;
  const plans = plansOf(passage);
  if (plans.length === 0) return 0;
  if (question.plans.some((plan) => plans.includes(plan))) return 1;
  return question.plans.some((plan) => plansNamed(passage).includes(plan)) ? 0 : -1;
}

/** What the ranker weighs, by name; each between -1 and about 1. */
export interface RankFeatures extends Features {
  /** For a question that asks for several things: 1 when several would be shown, else -1. */
  readonly list: number;
  /** 1 when the passage gives a number of the things that are counted. */
  readonly counted: number;
  /** 1 when the passage's heading asks for the same kind of thing, -1 when for another kind. */
  readonly headingType: number;
  readonly plan: number;
  /** 1 for a passage in another language than the question, when the folder speaks the question's. */
  readonly otherLanguage: number;
}

/** Everything the ranker knows of a passage for a question; what would be shown of it is read only for a list. */
export function rankFeatures(
  candidate: { readonly passage: Passage; readonly evidence: Evidence; readonly units: readonly Unit[] },
  question: Question,
  mainLanguage: Language,
): RankFeatures {
  const { type } = question;
  const { passage, evidence } = candidate;
  const { features } = evidence;
  const shown = type === 'list' && candidate.units.some((unit) => showsType(unit, type));
  return {
    // One by one: a spread of them doubles the cost of a search.
    bm25: features.bm25,
    coverage: features.coverage,
    unit: features.unit,
    twoUnits: features.twoUnits,
    phrases: features.phrases,
    matched: features.matched,
    names: features.names,
    heading: features.heading,
    headingLikeness: features.headingLikeness,
    subject: features.subject,
    golden: features.golden,
    list: type !== 'list' ? 0 : shown ? 1 : -1,
    counted: evidence.counts.some(Boolean) ? 1 : 0,
    headingType: headingTypeFit(passage, question),
    plan: planFit(passage, question),
    otherLanguage: question.language === mainLanguage && passage.document.language !== mainLanguage ? 1 : 0,
  };
}

const typesOfHeadings = new WeakMap<Section, AnswerType>();

function headingTypeFit({ section, document }: Passage, question: Question): number {
  if (question.type === 'open') return 0;
  let type = typesOfHeadings.get(section);
  if (type === undefined) {
    type = answerTypeOfText(section.heading, document.language);
    typesOfHeadings.set(section, type);
  }
  if (type === 'open') return 0;
  return type === question.type ? 1 : -1;
}

/** The ranker: a weighted sum of the features, higher is better. */
export function scoreOf(features: RankFeatures): number {
  let score = 0;
  for (const name of NAMES) score += WEIGHTS.rank[name] * features[name];
  return score;
}

const NAMES = Object.keys(WEIGHTS.rank) as (keyof typeof WEIGHTS.rank)[];
