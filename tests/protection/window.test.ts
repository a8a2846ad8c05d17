import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWindow } from '../../src/protection/window.ts';

describe('createWindow', () => {
  it('takes all at once, then says how long to wait', () => {
    const window = createWindow(3, 1_000);
    for (const now of [0, 10, 20]) {
      expect(window.wait(now)).toBe(0);
      window.take(now);
    }
    expect(window.wait(20)).toBe(980);
    expect(window.wait(999)).toBe(1);
    expect(window.wait(1_000)).toBe(0);
    window.take(1_000);
    expect(window.wait(1_000)).toBe(10);
  });

  it('never lets more through in any stretch, and always after the wait', () => {
    const pauses = fc.array(fc.nat(400), { maxLength: 200 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 1, max: 20 }), (all, most) => {
        const window = createWindow(most, 1_000);
        const taken: number[] = [];
        let now = 0;
        for (const pause of all) {
          now += pause;
          const wait = window.wait(now);
          if (wait > 0) {
            expect(window.wait(now + wait)).toBe(0);
            now += wait;
          }
          window.take(now);
          taken.push(now);
          expect(taken.filter((time) => time > now - 1_000).length).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
