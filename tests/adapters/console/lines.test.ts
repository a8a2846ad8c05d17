import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pipedLines } from '../../../adapters/console/lines.ts';

async function linesOf(chunks: readonly Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of pipedLines(Readable.from(chunks), new AbortController().signal)) lines.push(line);
  return lines;
}

describe('pipedLines', () => {
  it('reads the same lines wherever the bytes are cut', async () => {
    const cuts = fc.array(fc.nat(60), { maxLength: 6 });
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'ñ', '👍', ' ', '\r') }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(texts, cuts, async (lines, places) => {
        const bytes = Buffer.from(lines.join('\n'));
        const sorted = [...places, bytes.length].sort((a, b) => a - b);
        const chunks = sorted.map((end, index) => bytes.subarray(sorted[index - 1] ?? 0, end));
        expect(await linesOf(chunks.filter((chunk) => chunk.length > 0))).toEqual(lines);
      }),
      { numRuns: 50 },
    );
  });

  it('replaces bytes that are not UTF-8', async () => {
    expect(await linesOf([Buffer.from([0x61, 0xf1, 0x62, 0x0a, 0xc3])])).toEqual(['a\ufffdb', '\ufffd']);
  });

  it('ends at an abort while it waits for input', async () => {
    const controller = new AbortController();
    const next = pipedLines(new Readable({ read() {} }), controller.signal).next();
    controller.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});
