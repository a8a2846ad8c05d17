/**
 * Makes the function that paces work which keeps the process busy: each promise resolves in a turn of the event
 * loop of its own, so that a batch of messages does not hold back what the first ones have ready to send.
 */
export function createPace(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
