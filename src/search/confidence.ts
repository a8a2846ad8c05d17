import type { Features } from './features.ts';
import { WEIGHTS } from './weights.ts';

/** What the confidence looks at: the best passage's features, and how the question stands to the folder. */
export interface Signals extends Features {
  /** How far the best document leads the next one, as a share of its score. */
  readonly margin: number;
  /** The same for the best passage and the next one, of whatever document. */
  readonly passageMargin: number;
  /** 1 when the passage's heading asks for the kind of thing that the question asks for. */
  readonly headingType: number;
  /** 1 when a kind of thing was asked for and the answer shown holds it. */
  readonly showsType: number;
  /** 1 when a kind of thing was asked for and the answer shown lacks it. */
  readonly lacksType: number;
  /** How long the question is: its ideas, fifteen or more being 1; long ones never match whole. */
  readonly length: number;
  /** 1 when things are counted and the answer gives no number of them. */
  readonly uncounted: number;
  /** 1 when the passage is about another plan than the one named. */
  readonly otherPlan: number;
  /** 1 when the question names a place that the passage does not. */
  readonly otherPlace: number;
  /** Share of the question's names, numbers and years that the best document lacks. */
  readonly missingNames: number;
  /** Share of the question's mass that stands nowhere in the folder. */
  readonly unknown: number;
}

/**
 * The probability that the best passage answers the question: a logistic function of the signals, fitted on
 * the golden questions and the unanswerable ones, each question left out of the index that scores it.
 */
export function confidenceOf(signals: Signals): number {
  const { bias, ...slopes } = WEIGHTS.confidence;
  let sum: number = bias;
  for (const [name, slope] of Object.entries(slopes)) sum += slope * signals[name as keyof typeof slopes];
  return 1 / (1 + Math.exp(-sum));
}
