import type { Passage, Unit } from '../knowledge/document.ts';
import type { Question } from './question.ts';
import type { RankFeatures } from './rank.ts';
import { beginningOf } from './select.ts';
import { WEIGHTS } from './weights.ts';

/**
 * Who only names a page («cuénteme de la feria») gets its beginning, which says what it is, and not the passage that
 * repeats its name most. Other questions keep their order, and so do pages cut by headings.
 */
export function openingFirst<
  C extends {
    readonly passage: Passage;
    readonly features: RankFeatures;
    readonly units: readonly Unit[];
  },
>(candidates: readonly C[], { type }: Question): readonly C[] {
  const best = candidates[0];
  if (best === undefined || (type !== 'open' && type !== 'definition')) return candidates;
  const { document, section } = best.passage;
  if (section.heading !== '' || best.features.heading < WEIGHTS.select.named) return candidates;
  const beginning = document.sections[0]?.units[0];
  const opening = candidates.find(({ passage }) => passage.units[0] === beginning);
  if (opening === undefined) return candidates;
  const units = beginningOf(opening.passage);
  const first = units.length === 0 ? opening : { ...opening, units, nearest: units[0] };
  return [first, ...candidates.filter((each) => each !== opening)];
}
