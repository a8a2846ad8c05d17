import { on } from 'node:events';
import type { Interface } from 'node:readline';
import type { Readable } from 'node:stream';

/**
 * The lines of a stream of bytes in UTF-8, as they come, without their line ends; the last one may lack it.
 * Bytes that are not UTF-8 become U+FFFD. Ends, without an error, at the end of `input` or when `signal` aborts.
 */
export async function* pipedLines(input: Readable, signal: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const chunks = input[Symbol.asyncIterator]();
  const aborted = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  let rest = '';
  while (!signal.aborted) {
    const next = await Promise.race([chunks.next(), aborted]);
    if (next === undefined) return;
    const ended = next.done === true;
    const [first = '', ...others] = (
      ended ? decoder.decode() : decoder.decode(toBytes(next.value), { stream: true })
    ).split('\n');
    const lines = [rest + first, ...others];
    rest = ended ? '' : (lines.pop() ?? '');
    for (const line of lines) {
      if (signal.aborted) return;
      yield line;
    }
    if (ended) return;
  }
}

/** The lines typed at `terminal` from now on, until it closes or `signal` aborts; one typed early waits. */
export function typedLines(terminal: Interface, signal: AbortSignal): AsyncIterable<string> {
  const events = on(terminal, 'line', { close: ['close'], signal });
  return (async function* () {
    try {
      for await (const [line] of events) yield String(line);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  })();
}

function toBytes(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
}
