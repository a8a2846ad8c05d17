/** Finds the words of the index nearest to a word that it does not hold. */
export interface Speller {
  /** At most `limit` nearest forms, all at the same least distance; none when nothing is near enough. */
  nearest(form: string, limit: number): readonly string[];
}

interface Entry {
  readonly form: string;
  readonly letters: number;
}

const SHORTEST = 4;
const LONG = 9;

/**
 * A speller over the folded forms of an index. A word of four letters or more may differ by one edit, of nine
 * or more by two; a swap of neighbours is one edit (optimal string alignment). Forms are kept by length,
 * with a bit set of their letters that rules most of them out before any distance is computed. Who has no «ñ» writes
 * «n»: that is no slip, and no other word is nearer.
 */
export function createSpeller(forms: Iterable<string>): Speller {
  const byLength = new Map<number, Entry[]>();
  const withEnye = new Map<string, string>();
  for (const form of forms) {
    if (form.includes('ñ')) withEnye.set(form.replaceAll('ñ', 'n'), form);
    if (form.length < 3 || /[#\d]/.test(form)) continue;
    const list = byLength.get(form.length) ?? [];
    list.push({ form, letters: letterSet(form) });
    byLength.set(form.length, list);
  }
  return {
    nearest(form, limit) {
      if (form.length < SHORTEST || /[#\d]/.test(form)) return [];
      const written = withEnye.get(form);
      if (written !== undefined) return [written];
      let allowed = form.length >= LONG ? 2 : 1;
      let best: string[] = [];
      const letters = letterSet(form);
      for (let length = form.length - allowed; length <= form.length + allowed; length++) {
        for (const entry of byLength.get(length) ?? []) {
          if (bitCount(entry.letters ^ letters) > 2 * allowed) continue;
          const distance = editDistance(form, entry.form, allowed);
          if (distance > allowed) continue;
          if (distance < allowed) {
            allowed = distance;
            best = [];
          }
          best.push(entry.form);
        }
      }
      return sameStart(form, best).slice(0, limit);
    },
  };
}

/** People seldom miss the first letter, and swap more often than they drop: such words come first. */
function sameStart(form: string, found: readonly string[]): string[] {
  const distance = (other: string) =>
    Number(other[0] !== form[0]) * 10 + Math.abs(other.length - form.length);
  return [...found].sort((a, b) => distance(a) - distance(b));
}

function letterSet(form: string): number {
  let bits = 0;
  for (let index = 0; index < form.length; index++) bits |= 1 << (form.charCodeAt(index) % 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Optimal string alignment distance of two words, or `allowed + 1` as soon as it is known to be more. */
export function editDistance(a: string, b: string, allowed: number): number {
  if (Math.abs(a.length - b.length) > allowed) return allowed + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > allowed) return allowed + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? allowed + 1;
}
