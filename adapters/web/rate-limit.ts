/** How many requests a client may make: `burst` at once, then `perSecond`. */
export interface RateLimitOptions {
  readonly burst: number;
  readonly perSecond: number;
  /** Most clients that are remembered; the one that came least lately is forgotten first. */
  readonly mostClients: number;
}

/** Takes one request of a client. Gives 0 when it may pass, else the seconds to wait, 1 at least. */
export type RateLimit = (client: string) => number;

/** A token bucket for each client, in memory; `clock` gives milliseconds. */
export function createRateLimit(
  { burst, perSecond, mostClients }: RateLimitOptions,
  clock: () => number,
): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (client) => {
    const now = clock();
    const { tokens: left, at } = buckets.get(client) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, left + ((now - at) / 1_000) * perSecond);
    const passes = tokens >= 1;
    buckets.delete(client);
    buckets.set(client, { tokens: passes ? tokens - 1 : tokens, at: now });
    for (const oldest of buckets.keys()) {
      if (buckets.size <= mostClients) break;
      buckets.delete(oldest);
    }
    return passes ? 0 : Math.ceil((1 - tokens) / perSecond);
  };
}
