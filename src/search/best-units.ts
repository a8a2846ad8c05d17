import type { Concept } from './concepts.ts';

/** The greatest mass that one unit holds, and the mean of the two greatest; `units` as in `Evidence`. */
export function bestUnits(units: Float32Array, concepts: readonly Concept[]): [one: number, two: number] {
  let first = 0;
  let second = 0;
  for (let start = 0; start < units.length; start += concepts.length) {
    let mass = 0;
    for (let c = 0; c < concepts.length; c++) mass += (concepts[c]?.mass ?? 0) * (units[start + c] ?? 0);
    if (mass > first) [first, second] = [mass, first];
    else if (mass > second) second = mass;
  }
  return [first, (first + second) / 2];
}
