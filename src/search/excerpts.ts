import { type Passage, type Unit, withoutPlaceholder } from '../knowledge/index.ts';

/**
 * A passage in which each unit with something never filled in is followed by what can still be shown of it:
 * the longest run of its clauses without the gap, word for word, with «…» where it was cut.
 */
export function withExcerpts(passage: Passage): Passage {
  if (!passage.units.some((unit) => unit.placeholder)) return passage;
  return { ...passage, units: passage.units.flatMap(excerpted) };
}

function excerpted(unit: Unit): Unit[] {
  const text = unit.placeholder ? withoutPlaceholder(unit.text) : undefined;
  return text === undefined ? [unit] : [unit, { ...unit, text, placeholder: false }];
}
