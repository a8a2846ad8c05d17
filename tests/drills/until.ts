import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves with whether `condition` held within `patience` milliseconds; looks every 100 ms. */
export async function until(condition: () => boolean | Promise<boolean>, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  for (;;) {
    if (await condition()) return true;
    if (performance.now() > deadline) return false;
    await sleep(100);
  }
}
