import { performance } from 'node:perf_hooks';

/** Runs a task when few enough others are under way, in the order in which they came; settles as the task does. */
export type InFlight = <T>(task: () => Promise<T>) => Promise<T>;

/** Milliseconds after which a task no longer keeps others waiting: Telegram may ask it to wait, or not answer. */
const PATIENCE = 1_000;

/** Milliseconds over which it is judged, at least, whether the process is busy. */
const PERIOD = 200;

/** The part of its time that a busy process is at work. */
const BUSY = 0.95;

/** How many times more are let through after an idle period, and after a busy one. */
const MORE = 1.25;
const FEWER = 0.92;

/** How much the process was idle and at work, since it began or since another time. */
export type Utilization = typeof performance.eventLoopUtilization;

/**
 * Bounds the answers whose arrival is not recorded yet: if the process is killed, all of them are sent again, and
 * Telegram has no key to know them by. They go one at a time as long as there is other work to do meanwhile; more are
 * let through while some wait and the process is idle for it, and fewer again when it is busy. So a slow network does
 * not hold it back, and a burst after a start goes out one by one. `utilization` tells how busy the process was:
 * https://nodejs.org/api/perf_hooks.html#performanceeventlooputilizationutilization1-utilization2
 */
export function createInFlight(utilization: Utilization = performance.eventLoopUtilization): InFlight {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let most = 1;
  let before = utilization();

  function judge(): void {
    const { idle, active } = utilization(before);
    if (idle + active < PERIOD) return;
    most = Math.max(1, most * (active < BUSY * (idle + active) ? MORE : FEWER));
    before = utilization();
  }

  function enter(): Promise<void> | undefined {
    if (underWay < Math.floor(most)) {
      underWay += 1;
      return undefined;
    }
    if (waiting.length === 0) before = utilization();
    return new Promise((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    underWay -= 1;
    if (waiting.length > 0) judge();
    while (underWay < Math.floor(most)) {
      const next = waiting.shift();
      if (next === undefined) return;
      underWay += 1;
      next();
    }
  }

  return async (task) => {
    await enter();
    let isInside = true;
    const leaveOnce = () => {
      if (isInside) leave();
      isInside = false;
    };
    const patience = setTimeout(leaveOnce, PATIENCE);
    try {
      return await task();
    } finally {
      clearTimeout(patience);
      leaveOnce();
    }
  };
}
