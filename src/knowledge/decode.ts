import { problemTexts } from '../texts/problems.ts';
import { cleanText } from './clean.ts';
import type { Problem } from './document.ts';
import { error } from './problem.ts';

/** The largest file that is read, in bytes: some 150 000 words, far beyond any page of the folder. */
export const LARGEST_FILE = 1024 * 1024;

/** The problem of a file that is too large, so that it need not be read to know. */
export function sizeProblem(path: string, bytes: number): Problem | undefined {
  if (bytes <= LARGEST_FILE) return undefined;
  return error('too-large', problemTexts.tooLarge(bytes, LARGEST_FILE), path);
}

/** The cleaned text of a file's bytes, or why they are not text. The line is where the first bad byte stands. */
export function decode(path: string, bytes: Uint8Array): string | Problem {
  const tooLarge = sizeProblem(path, bytes.length);
  if (tooLarge !== undefined) return tooLarge;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return error('encoding', problemTexts.notUtf8(), path, 1);
  const nul = bytes.indexOf(0);
  if (nul !== -1) return error('binary', problemTexts.binary(), path, lineAt(bytes, nul));
  try {
    return cleanText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return error('encoding', problemTexts.notUtf8(), path, firstBadLine(bytes));
  }
}

function lineAt(bytes: Uint8Array, index: number): number {
  return bytes.subarray(0, index).filter((byte) => byte === 0x0a).length + 1;
}

function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const feed = bytes.indexOf(0x0a, start);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, feed === -1 ? undefined : feed));
    } catch {
      return line;
    }
    if (feed === -1) return line;
    start = feed + 1;
  }
}
