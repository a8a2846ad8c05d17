import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInFlight, type InFlight, type Utilization } from '../../../adapters/telegram/in-flight.ts';

/** A process that is at work for `share` of the time on the fake clock. */
function processAtWork(share: () => number): Utilization {
  let last = Date.now();
  let active = 0;
  let idle = 0;
  return (before) => {
    const passed = Date.now() - last;
    last = Date.now();
    active += passed * share();
    idle += passed * (1 - share());
    const since = { active: active - (before?.active ?? 0), idle: idle - (before?.idle ?? 0) };
    return { ...since, utilization: since.active / (since.active + since.idle) };
  };
}

/** Sends answers that travel `milliseconds` each. Resolves with how many were under way as each one departed. */
async function send(inFlight: InFlight, count: number, milliseconds: number): Promise<readonly number[]> {
  const together: number[] = [];
  let underWay = 0;
  const sent = Array.from({ length: count }, () =>
    inFlight(async () => {
      underWay += 1;
      together.push(underWay);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      underWay -= 1;
    }),
  );
  await vi.runAllTimersAsync();
  await Promise.all(sent);
  return together;
}

describe('answers in flight', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('go one at a time while the process has other work to do', async () => {
    const inFlight = createInFlight(processAtWork(() => 1));
    expect(new Set(await send(inFlight, 500, 20))).toEqual(new Set([1]));
  });

  it('become more while some wait and the process is idle', async () => {
    const inFlight = createInFlight(processAtWork(() => 0.1));
    const together = await send(inFlight, 1_000, 200);
    expect(together.slice(0, 3)).toEqual([1, 1, 1]);
    expect(Math.max(...together)).toBeGreaterThan(50);
  });

  it('become fewer again when the process is busy', async () => {
    let share = 0.1;
    const inFlight = createInFlight(processAtWork(() => share));
    const many = Math.max(...(await send(inFlight, 200, 200)));
    share = 1;
    expect((await send(inFlight, 2_000, 50)).at(-1)).toBeLessThan(many / 2);
  });

  it('are not more after a time in which none waited', async () => {
    const inFlight = createInFlight(processAtWork(() => 0));
    await send(inFlight, 1, 5_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(Math.max(...(await send(inFlight, 3, 10)))).toBe(1);
  });

  it('go in the order in which they came, and what fails makes room too', async () => {
    const inFlight = createInFlight();
    const order: number[] = [];
    const sends = [0, 1, 2, 3].map((each) =>
      inFlight(async () => {
        order.push(each);
        if (each === 1) throw new Error('refused');
        return each;
      }),
    );
    const settled = await Promise.allSettled(sends);
    expect(order).toEqual([0, 1, 2, 3]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  });

  it('do not wait for one that Telegram holds back', async () => {
    const inFlight = createInFlight();
    const held = inFlight(() => new Promise((resolve) => setTimeout(resolve, 60_000)));
    const next = inFlight(async () => Date.now());
    const begun = Date.now();
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await next) - begun).toBe(1_000);
    await vi.runAllTimersAsync();
    await held;
  });
});
