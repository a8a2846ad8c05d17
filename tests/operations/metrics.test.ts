import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/operations/metrics.ts';

/** A line of the text format: a comment, or a name, labels and a value. */
const LINE =
  /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z]+="[\w.+-]*"(?:,[a-z]+="[\w.+-]*")*\})? -?\d+(?:\.\d+)?(?:e-?\d+)?)$/;

describe('createMetrics', () => {
  it('counts by labels', async () => {
    const metrics = createMetrics();
    const count = metrics.counter('aga_x_total', 'Things.');
    count({ kind: 'a' });
    count({ kind: 'b' });
    count({ kind: 'a' });
    expect(await metrics.text()).toBe(
      '# HELP aga_x_total Things.\n# TYPE aga_x_total counter\naga_x_total{kind="a"} 2\naga_x_total{kind="b"} 1\n',
    );
  });

  it('counts a value in every bucket that holds it', async () => {
    const metrics = createMetrics();
    const observe = metrics.histogram('aga_x_seconds', 'Times.', [0.1, 1]);
    observe({ kind: 'a' }, 0.1);
    observe({ kind: 'a' }, 0.5);
    observe({ kind: 'a' }, 20);
    expect((await metrics.text()).split('\n').slice(2, -1)).toEqual([
      'aga_x_seconds_bucket{kind="a",le="0.1"} 1',
      'aga_x_seconds_bucket{kind="a",le="1"} 2',
      'aga_x_seconds_bucket{kind="a",le="+Inf"} 3',
      'aga_x_seconds_sum{kind="a"} 20.6',
      'aga_x_seconds_count{kind="a"} 3',
    ]);
  });

  it('reads a gauge when it is asked, and leaves out one that cannot be read', async () => {
    const metrics = createMetrics();
    let value = 1;
    metrics.gauge('aga_now', 'Now.', () => [{ value }]);
    metrics.gauge('aga_queue', 'From a store.', async () => [{ labels: { queue: 'outbox' }, value: 7 }]);
    metrics.gauge('aga_broken', 'Broken.', async () => {
      throw new Error('the store is down');
    });
    value = 2;
    const text = await metrics.text();
    expect(text).toContain('\naga_now 2\n');
    expect(text).toContain('\naga_queue{queue="outbox"} 7\n');
    expect(text).not.toMatch(/^aga_broken/m);
  });

  it('does not wait for a gauge that hangs', async () => {
    const metrics = createMetrics();
    metrics.gauge('aga_stuck', 'Stuck.', () => new Promise(() => {}));
    metrics.gauge('aga_fine', 'Fine.', () => [{ value: 1 }]);
    const text = await metrics.text();
    expect(text).toContain('aga_fine 1');
    expect(text).not.toMatch(/^aga_stuck/m);
  });

  it('declares a name once', () => {
    const metrics = createMetrics();
    metrics.counter('aga_x_total', 'Things.');
    expect(() => metrics.gauge('aga_x_total', 'Things.', () => [])).toThrow(/aga_x_total/);
  });

  it('never holds free text, whatever a label is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.double({ noNaN: true, min: 0, max: 1e6 }), async (value, seconds) => {
        const metrics = createMetrics();
        metrics.counter('aga_x_total', 'Things.')({ kind: value });
        metrics.histogram('aga_x_seconds', 'Times.', [1])({ kind: value }, seconds);
        const text = await metrics.text();
        for (const line of text.trimEnd().split('\n')) expect(line).toMatch(LINE);
        if (/[^\w.-]/.test(value)) expect(text).toContain('aga_x_total{kind="other"} 1');
      }),
    );
  });
});
