import type { Passage, Unit } from '../knowledge/document.ts';
import type { Language } from '../language/index.ts';
import type { Concept } from './concepts.ts';
import type { Evidence } from './features.ts';
import type { Question } from './question.ts';
import { type RankFeatures, rankFeatures, scoreOf } from './rank.ts';
import { type Selection, select } from './select.ts';

/** A passage with its place in the ranking; `score` is the ranker's, higher is better. */
export interface Candidate {
  readonly passage: Passage;
  readonly score: number;
  /** What the score is the weighted sum of. */
  readonly features: RankFeatures;
  readonly evidence: Evidence;
  /** What to show of it; empty when it holds nothing that can be shown. */
  readonly units: readonly Unit[];
  /** The unit that answers best by itself. */
  readonly nearest: Unit | undefined;
}

/** What was asked, for every candidate the same. */
export interface Asked {
  readonly question: Question;
  readonly concepts: readonly Concept[];
  readonly mainLanguage: Language;
}

/** Weighs a passage. What to show of it is chosen when somebody looks: most candidates are never shown. */
export function createCandidate(passage: Passage, evidence: Evidence, asked: Asked): Candidate {
  return new WeighedPassage(passage, evidence, asked);
}

/** A class, since a getter on an object of its own costs more than what it saves. */
class WeighedPassage implements Candidate {
  readonly passage: Passage;
  readonly evidence: Evidence;
  readonly features: RankFeatures;
  readonly score: number;
  readonly #asked: Asked;
  #selection: Selection | undefined;

  constructor(passage: Passage, evidence: Evidence, asked: Asked) {
    this.passage = passage;
    this.evidence = evidence;
    this.#asked = asked;
    this.features = rankFeatures(this, asked.question, asked.mainLanguage);
    this.score = scoreOf(this.features);
  }

  get units(): readonly Unit[] {
    return this.#select().units;
  }

  get nearest(): Unit | undefined {
    return this.#select().nearest;
  }

  #select(): Selection {
    const { question, concepts } = this.#asked;
    this.#selection ??= select(this.passage, this.evidence, concepts, question.type);
    return this.#selection;
  }
}
