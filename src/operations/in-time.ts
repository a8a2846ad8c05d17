import { setTimeout as sleep } from 'node:timers/promises';

/** What `task` gives, or `otherwise` when it fails or takes longer than `milliseconds`. Never rejects. */
export async function inTime<T>(task: () => Promise<T>, milliseconds: number, otherwise: T): Promise<T> {
  const timer = new AbortController();
  const late = sleep(milliseconds, otherwise, { signal: timer.signal, ref: false });
  try {
    return await Promise.race([task(), late]);
  } catch {
    return otherwise;
  } finally {
    timer.abort();
    late.catch(() => {});
  }
}
