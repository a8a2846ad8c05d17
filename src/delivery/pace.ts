/** How fast a platform takes messages that nobody asked for just now. */
export interface Pace {
  /** Messages a second, to all conversations together. */
  readonly perSecond: number;
  /** Milliseconds between two messages of one conversation. */
  readonly gap: number;
}

/**
 * The paces of the platforms: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this and
 * https://docs.slack.dev/apis/web-api/rate-limits. Others are not held back.
 */
export const PACES: Readonly<Record<string, Pace>> = {
  telegram: { perSecond: 30, gap: 1_000 },
  slack: { perSecond: 30, gap: 1_000 },
};

/** Conversations whose last message is remembered; the oldest are free to send anyway. */
const MOST_REMEMBERED = 10_000;

const SECOND = 1_000;

/**
 * Gives each message its time. The function that comes back takes a place for a message to a conversation of a
 * platform, and says in how many milliseconds from `now` its turn is. A platform's messages are spread evenly over the
 * second: what is sent all at once is on its way all at once, and would be sent again if the process died then.
 */
export function createPacer(
  paces: Readonly<Record<string, Pace>>,
): (platform: string, conversation: string, now: number) => number {
  const taken = new Map<string, readonly number[]>();
  const lastTo = new Map<string, number>();
  return (platform, conversation, now) => {
    const pace = paces[platform];
    if (pace === undefined) return 0;
    const key = JSON.stringify([platform, conversation]);
    const step = Math.ceil(SECOND / pace.perSecond);
    const times = (taken.get(platform) ?? []).filter((time) => time > now - step);
    let at = Math.max(now, (lastTo.get(key) ?? Number.NEGATIVE_INFINITY) + pace.gap);
    for (const time of times) if (Math.abs(time - at) < step) at = time + step;
    taken.set(
      platform,
      [...times, at].sort((a, b) => a - b),
    );
    lastTo.delete(key);
    lastTo.set(key, at);
    for (const oldest of lastTo.keys()) {
      if (lastTo.size <= MOST_REMEMBERED) break;
      lastTo.delete(oldest);
    }
    return at - now;
  };
}
