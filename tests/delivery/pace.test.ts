import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacer } from '../../src/delivery/pace.ts';

const PACE = { perSecond: 3, gap: 1_000 };

describe('the pace of a platform', () => {
  it('is never exceeded, in all or in one conversation', () => {
    const message = fc.record({ to: fc.constantFrom('a', 'b', 'c', 'd', 'e'), after: fc.nat(700) });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 60 }), (messages) => {
        const turn = createPacer({ pigeon: PACE });
        let now = 0;
        const sent = messages.map(({ to, after }) => {
          now += after;
          return { to, at: now + turn('pigeon', to, now) };
        });
        for (const { at } of sent)
          expect(sent.filter((other) => other.at >= at && other.at < at + 1_000).length).toBeLessThanOrEqual(
            3,
          );
        for (const to of 'abcde') {
          const times = sent.filter((one) => one.to === to).map(({ at }) => at);
          for (const [index, at] of times.entries())
            if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(1_000);
        }
      }),
    );
  });

  it('spreads messages over the second, and lets one that waits hold back no other', () => {
    const turn = createPacer({ pigeon: { perSecond: 10, gap: 1_000 } });
    expect(['a', 'b', 'c'].map((to) => turn('pigeon', to, 5))).toEqual([0, 100, 200]);
    expect(turn('pigeon', 'a', 5)).toBe(1_000);
    expect(turn('pigeon', 'd', 5)).toBe(300);
  });

  it('holds nobody back on a platform without one', () => {
    const turn = createPacer({ pigeon: PACE });
    expect(Array.from({ length: 99 }, () => turn('dove', 'a', 5))).toEqual(Array(99).fill(0));
  });
});
