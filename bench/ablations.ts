import { WEIGHTS } from '../src/search/weights.ts';

type Weights = typeof WEIGHTS;
/** New values for some of the weights. */
export type Patch = {
  readonly [Group in keyof Weights]?: Weights[Group] extends number
    ? number
    : { readonly [Name in keyof Weights[Group]]?: number };
};
type Feature = keyof Weights['rank'] | keyof Weights['confidence'];

/** The search with something switched off. */
export interface Ablation {
  readonly name: string;
  readonly patch?: Patch;
  readonly withoutThesaurus?: true;
  readonly withoutGoldenQuestions?: true;
}

/** Everything, and then each part switched off by itself. */
export const ABLATIONS: readonly Ablation[] = [
  { name: 'completo' },
  { name: 'sin tesauro', withoutThesaurus: true },
  { name: 'sin familias de palabras', patch: { strength: { relative: 0 } } },
  { name: 'sin corrector de escritura', patch: { strength: { spelling: 0 } } },
  { name: 'palabras débiles con todo su peso', patch: { weakWord: 1 } },
  { name: 'sin preguntas de oro en el índice', withoutGoldenQuestions: true },
  { name: 'solo BM25 y sus sinónimos', patch: onlyRankedBy('bm25') },
  { name: 'sin BM25 en el orden', patch: without('bm25') },
  {
    name: 'sin título ni encabezados',
    patch: { ...without('heading', 'headingLikeness', 'headingType'), field: { heading: 0, title: 0 } },
  },
  { name: 'sin parejas de palabras', patch: without('phrases') },
  { name: 'sin las mejores oraciones', patch: without('unit', 'twoUnits') },
  { name: 'sin nombres propios, números ni lugares', patch: without('names', 'missingNames') },
  { name: 'sin cuántas ideas coinciden', patch: without('matched', 'coverage') },
  {
    name: 'sin tipo de respuesta',
    patch: {
      ...without('list', 'counted', 'headingType', 'showsType', 'lacksType', 'uncounted'),
      select: { answerType: 0 },
    },
  },
  { name: 'sin plan', patch: without('plan', 'otherPlan') },
];

/** Neither the order nor the confidence looks at these. */
function without(...features: readonly Feature[]): Patch {
  const zero = (group: object) =>
    Object.fromEntries(features.filter((feature) => feature in group).map((feature) => [feature, 0]));
  return { rank: zero(WEIGHTS.rank), confidence: zero(WEIGHTS.confidence) };
}

function onlyRankedBy(kept: keyof Weights['rank']): Patch {
  const others = Object.keys(WEIGHTS.rank).filter((feature) => feature !== kept);
  return { rank: Object.fromEntries(others.map((feature) => [feature, 0])) };
}

/**
 * Changes the weights of this process. It must run before `src/search/index.ts` is loaded, because the ranker
 * reads its weights once.
 */
export function applyPatch(patch: Patch): void {
  for (const [group, values] of Object.entries(patch)) {
    if (typeof values === 'number') Object.assign(WEIGHTS, { [group]: values });
    else Object.assign(WEIGHTS[group as keyof Weights], values);
  }
}
