import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auroc, figuresOf, interval, quantile, rankOf } from '../../bench/measures.ts';

describe('the figures of the comparison', () => {
  it('count an answer once, at its best place', () => {
    expect(rankOf(['c.md', 'b.md'], ['a.md', 'a.md', 'b.md', 'b.md'])).toBe(2);
    expect(rankOf(['c.md'], ['a.md'])).toBe(Infinity);
    expect(rankOf([], ['a.md'])).toBe(Infinity);
  });

  it('are percents, with nothing for what comes after the tenth place', () => {
    expect(figuresOf([1, 2, 4, 11])).toEqual({ first: 25, three: 50, mrr: (100 * (1 + 1 / 2 + 1 / 4)) / 4 });
    expect(figuresOf([Infinity])).toEqual({ first: 0, three: 0, mrr: 0 });
  });

  it('give a bootstrap interval around the share of right answers', () => {
    const outcomes = Array.from({ length: 200 }, (_, index) => ({
      group: `${index % 20}`,
      right: index % 3 > 0,
    }));
    const [low, high] = interval(outcomes);
    expect(low).toBeLessThan(66.5);
    expect(high).toBeGreaterThan(66.5);
    expect(high - low).toBeLessThan(20);
    expect(interval(outcomes)).toEqual([low, high]);
  });

  it('take the quantile from the values', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([3, 1, 2], 0.99)).toBe(3);
  });
});

describe('the area under the curve', () => {
  it('is 1 when apart, 0.5 when the same, 0 when the wrong way', () => {
    expect(auroc([3, 4], [1, 2])).toBe(1);
    expect(auroc([1, 1], [1, 1])).toBe(0.5);
    expect(auroc([1], [2])).toBe(0);
  });

  it('turns around when the questions change places', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, scores, (one, other) => {
        expect(auroc(one, other) + auroc(other, one)).toBeCloseTo(1);
      }),
    );
  });
});
