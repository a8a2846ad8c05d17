/** Finds the words of the index that come from the same root as another («farmacia», «farmacéutico»). */
export interface Families {
  /** Ids of the stems that begin as `stem` does, with the share of the longer one that is the same (0–1). */
  relatives(stem: string): readonly (readonly [id: number, share: number])[];
}

/** Letters that relatives have in common at least. */
const ROOT = 5;
/** Share of the longer stem that must be the same. */
const LEAST = 0.55;

export function createFamilies(ids: ReadonlyMap<string, number>): Families {
  const byRoot = new Map<string, [string, number][]>();
  for (const [stem, id] of ids) {
    if (stem.length < ROOT || /[#\d]/.test(stem)) continue;
    const root = stem.slice(0, ROOT);
    const list = byRoot.get(root) ?? [];
    list.push([stem, id]);
    byRoot.set(root, list);
  }
  return {
    relatives(stem) {
      return (byRoot.get(stem.slice(0, ROOT)) ?? []).flatMap(([other, id]): [number, number][] => {
        const share = sameStart(stem, other) / Math.max(stem.length, other.length);
        return other !== stem && share >= LEAST ? [[id, share]] : [];
      });
    },
  };
}

function sameStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
