import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DueChange, LONGEST_WAIT, QUIET, settle, type Unsettled } from '../../src/knowledge/settle.ts';

/** Looks at a folder one after another; each look is a time and what it saw, and `served` follows what is due. */
function looks(served: Map<string, string>, seen: readonly (readonly [number, Record<string, string>])[]) {
  let unsettled: ReadonlyMap<string, Unsettled> = new Map();
  return seen.map(([now, { '': folder = 'f', ...files }]) => {
    const look = { files: new Map(Object.entries(files)), folderOf: () => folder, now };
    const settlement = settle(served, unsettled, look);
    unsettled = settlement.unsettled;
    for (const change of settlement.due) {
      if (change.kind === 'read') served.set(change.path, change.signature);
      else served.delete(change.path);
    }
    return settlement.due.map(({ kind, path, forced }: DueChange) => `${kind} ${path}${forced ? '!' : ''}`);
  });
}

describe('settle', () => {
  it('leaves alone what did not change', () => {
    expect(looks(new Map([['a', '1']]), [[0, { a: '1' }]])).toEqual([[]]);
  });

  it('waits until a file is quiet', () => {
    const seen = looks(new Map([['a', '1']]), [
      [0, { a: '2' }],
      [QUIET - 1, { a: '3' }],
      [QUIET + 1, { a: '3' }],
      [2 * QUIET, { a: '3', b: '1' }],
      [3 * QUIET, { a: '3', b: '1' }],
    ]);
    expect(seen).toEqual([[], [], [], ['read a'], ['read b']]);
  });

  it('takes up a file that never becomes quiet', () => {
    const seen = Array.from(
      { length: 12 },
      (_, index) => [index * 100, { a: String(index) }] as [number, Record<string, string>],
    );
    const due = looks(new Map([['a', 'x']]), seen).flat();
    expect(due).toEqual(['read a!']);
  });

  it('forgets a file when its folder is quiet', () => {
    const seen = looks(new Map([['a', '1']]), [
      [0, {}],
      [QUIET, {}],
    ]);
    expect(seen).toEqual([[], ['forget a']]);
  });

  it('does not forget a file that is replaced again and again, whatever the looks happen to see', () => {
    const seen = Array.from({ length: 40 }, (_, index): [number, Record<string, string>] => {
      const folder = { '': String(index) };
      return [index * 50, index % 5 === 0 ? { ...folder, a: String(index) } : folder];
    });
    const due = looks(new Map([['a', 'x']]), seen).flat();
    expect(due.filter((each) => each.startsWith('forget'))).toEqual([]);
  });

  it('forgets a file in a folder that never becomes quiet', () => {
    const seen = Array.from({ length: 20 }, (_, index): [number, Record<string, string>] => [
      index * 50,
      { '': String(index) },
    ]);
    const at = looks(new Map([['a', 'x']]), seen).findIndex((due) => due.length > 0);
    expect(at * 50).toBeGreaterThanOrEqual(LONGEST_WAIT);
    expect(at * 50).toBeLessThan(LONGEST_WAIT + 100);
  });

  it('takes up a rename as one change', () => {
    const seen = looks(new Map([['a', '1']]), [
      [0, { b: '2' }],
      [QUIET, { b: '2' }],
    ]);
    expect(seen).toEqual([[], ['forget a', 'read b']]);
  });

  it('serves what stands in the folder once nothing changes, whatever happened before', () => {
    const files = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(400), files), { maxLength: 12 }), files, (history, last) => {
        const served = new Map<string, string>();
        let now = 0;
        const seen = history.map(([pause, each]): [number, Record<string, string>] => {
          now += pause;
          return [now, each];
        });
        looks(served, [...seen, [now + 1, last], [now + 1 + QUIET, last]]);
        expect(Object.fromEntries(served)).toEqual({ ...last });
      }),
    );
  });
});
