import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../adapters/web/rate-limit.ts';

describe('the rate limit', () => {
  it('lets a burst pass, then tells how long to wait, and forgives with time', () => {
    let now = 0;
    const take = createRateLimit({ burst: 3, perSecond: 0.5, mostClients: 10 }, () => now);
    expect([take('a'), take('a'), take('a'), take('a')]).toEqual([0, 0, 0, 2]);
    expect(take('b')).toBe(0);
    now = 2_000;
    expect([take('a'), take('a')]).toEqual([0, 2]);
  });

  it('never lets more pass than the burst and what came with time', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), steps, (burst, pauses) => {
        let now = 0;
        const take = createRateLimit({ burst, perSecond: 1, mostClients: 10 }, () => now);
        let passed = 0;
        for (const pause of pauses) {
          now += pause;
          if (take('a') === 0) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(burst + now / 1_000 + 1e-6);
      }),
    );
  });

  it('forgets the client that came least lately', () => {
    const take = createRateLimit({ burst: 1, perSecond: 0.001, mostClients: 2 }, () => 0);
    expect([take('a'), take('b'), take('b'), take('c')]).toEqual([0, 0, 1_000, 0]);
    expect(take('b')).toBe(1_000);
    expect(take('a')).toBe(0);
  });
});
