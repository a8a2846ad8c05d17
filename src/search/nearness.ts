import type { Concept } from './concepts.ts';

/** Words between two ideas that still stand near each other. */
const PAIR_REACH = 8;

/** The greatest covered mass of `length` units in a row. */
export function bestWindow(
  units: readonly Float32Array[],
  concepts: readonly Concept[],
  length: number,
): number {
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
export function nearPairs(concepts: readonly Concept[], positions: readonly (readonly number[])[]): number {
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
