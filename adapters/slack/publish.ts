import { setTimeout as sleep } from 'node:timers/promises';
import type { types, webApi } from '@slack/bolt';
import type { Insist } from './insist.ts';

/** Shortest time between two Homes of one person, and after which an opened one is drawn again, in milliseconds. */
const PAUSE = 1_000;
const FRESH = 30_000;

/** How many persons' Homes are remembered. */
const REMEMBERED = 2_000;

/** Draws the Homes of persons. Both reject with the SDK's error when Slack refuses. */
export interface Publish {
  /** Draws it unless it was drawn a moment ago. */
  opened(user: string, draw: () => types.HomeView): Promise<void>;
  /** Draws it as soon as the last one is a second old; of several that wait, only the newest is drawn. */
  show(user: string, draw: () => types.HomeView): Promise<void>;
}

/** Publishes by `views.publish`. `now` counts milliseconds; `cut` ends the waiting. */
export function createPublish(
  client: webApi.WebClient,
  insist: Insist,
  cut: AbortSignal,
  now: () => number = () => performance.now(),
): Publish {
  const drawn = new Map<string, number>();
  const newest = new Map<string, () => types.HomeView>();

  async function publish(user: string, draw: () => types.HomeView): Promise<void> {
    drawn.delete(user);
    drawn.set(user, now());
    for (const oldest of drawn.keys()) {
      if (drawn.size <= REMEMBERED) break;
      drawn.delete(oldest);
    }
    try {
      await insist(() => client.views.publish({ user_id: user, view: draw() }));
    } catch (error) {
      drawn.delete(user);
      throw error;
    }
  }

  const age = (user: string) => now() - (drawn.get(user) ?? Number.NEGATIVE_INFINITY);

  return {
    opened: async (user, draw) => {
      if (age(user) >= FRESH) await publish(user, draw);
    },
    show: async (user, draw) => {
      const isWaiting = newest.has(user);
      newest.set(user, draw);
      if (isWaiting) return;
      try {
        if (age(user) < PAUSE) await sleep(PAUSE - age(user), undefined, { signal: cut });
      } finally {
        const last = newest.get(user) ?? draw;
        newest.delete(user);
        await publish(user, last);
      }
    },
  };
}
