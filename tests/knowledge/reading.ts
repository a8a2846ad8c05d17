import type { Document, Problem, Unit } from '../../src/knowledge/document.ts';
import { type FileReading, type ReadOptions, readDocument } from '../../src/knowledge/read-document.ts';

/** A body of one sentence, in Spanish. */
export const BODY = '\nEl plan tuvo 26 compromisos.\n';

/** That body under a front matter. */
export const withFrontMatter = (yaml: string): string => `---\n${yaml}\n---\n${BODY}`;

const encoder = new TextEncoder();

/** Reads a text as a file of the folder, on a fixed day. */
export function read(text: string, path = 'nota.md', options: Partial<ReadOptions> = {}): FileReading {
  return readDocument(path, encoder.encode(text), { today: '2025-06-15', ...options });
}

/** The document that a text comes to; fails when it is not served. */
export function served(text: string, path = 'nota.md', options: Partial<ReadOptions> = {}): Document {
  const reading = read(text, path, options);
  if (reading.status !== 'served') throw new Error(`not served: ${JSON.stringify(reading)}`);
  return reading.document;
}

/** The problems of a text, whether it is served or not. */
export function problemsOf(text: string, path = 'nota.md'): readonly Problem[] {
  const reading = read(text, path);
  return reading.status === 'skipped' ? [] : reading.problems;
}

/** All units of a text in order. */
export function unitsOf(text: string, options: Partial<ReadOptions> = {}): readonly Unit[] {
  return served(text, 'nota.md', options).sections.flatMap((section) => section.units);
}

/** The texts of all units in order. */
export function textsOf(text: string): string[] {
  return unitsOf(text).map((unit) => unit.text);
}
