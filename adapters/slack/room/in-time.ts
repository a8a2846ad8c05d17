import { setTimeout as sleep } from 'node:timers/promises';

/** What `work` resolves with, or `late` after `milliseconds`; the work goes on all the same. */
export async function inTime<T, Late>(work: Promise<T>, milliseconds: number, late: Late): Promise<T | Late> {
  const timer = new AbortController();
  try {
    return await Promise.race([work, sleep(milliseconds, late, { signal: timer.signal }).catch(() => late)]);
  } finally {
    timer.abort();
  }
}
