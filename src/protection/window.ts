/** A limit of events in any stretch of a certain length. Times are in milliseconds and never go back. */
export interface Window {
  /** How long from `now` until one more event has room; 0 when it has. */
  wait(now: number): number;
  /** Counts an event. */
  take(now: number): void;
}

/** At most `most` events in any `length` milliseconds, all at once if need be. Keeps `most` numbers. */
export function createWindow(most: number, length: number): Window {
  const times: number[] = [];
  return {
    wait(now) {
      while (times[0] !== undefined && times[0] + length <= now) times.shift();
      const oldest = times[0];
      return oldest === undefined || times.length < most ? 0 : oldest + length - now;
    },
    take(now) {
      times.push(now);
    },
  };
}
