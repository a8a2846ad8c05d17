import type { Writable } from 'node:stream';

/** Writes text to a stream whose reader may go away. */
export interface Printer {
  /** Resolves when the text is out: true, or false when nobody reads any longer. Rejects on other failures. */
  print(text: string): Promise<boolean>;
  /** Stops watching the stream. */
  release(): void;
}

/** A printer on `output`. A closed pipe (`… | head`) is not an error to it. */
export function createPrinter(output: Writable): Printer {
  const ignore = (): void => {};
  output.on('error', ignore);
  return {
    print: (text) =>
      new Promise((resolve, reject) => {
        if (output.destroyed) return resolve(false);
        output.write(text, (error) => {
          if (error === null || error === undefined) resolve(true);
          else if (isClosedPipe(error)) resolve(false);
          else reject(error);
        });
      }),
    release: () => {
      setImmediate(() => output.off('error', ignore));
    },
  };
}

function isClosedPipe(error: Error & { code?: string }): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' || error.code === 'ECONNRESET';
}
