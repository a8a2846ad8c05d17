/** What is written a moment after it comes, together with what came meanwhile. */
export interface Later<T> {
  /** Resolves once the item is written; rejects with the error of the write. */
  add(item: T): Promise<void>;
  /** Writes what waits, and resolves once all that was added is written, or could not be. */
  written(): Promise<void>;
}

/** Milliseconds that an item waits at most: what a `kill -9` may lose of it. */
const MOMENT = 500;

/** Gathers items for `write`, which is called with one or more of them, in their order. */
export function createLater<T>(write: (items: readonly T[]) => Promise<void>): Later<T> {
  let waiting: { readonly items: T[]; readonly begin: () => void; readonly done: Promise<void> } | undefined;
  let last: Promise<void> = Promise.resolve();

  function gather(first: T): Promise<void> {
    const items = [first];
    let begin: () => void = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const timer = setTimeout(begin, MOMENT).unref();
    const done = begun.then(() => {
      clearTimeout(timer);
      waiting = undefined;
      return write(items);
    });
    last = Promise.allSettled([last, done]).then(() => {});
    waiting = { items, begin, done };
    return done;
  }

  return {
    add(item) {
      if (waiting === undefined) return gather(item);
      waiting.items.push(item);
      return waiting.done;
    },
    async written() {
      waiting?.begin();
      await last;
    },
  };
}
