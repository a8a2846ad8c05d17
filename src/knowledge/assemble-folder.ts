import { fold } from '../language/index.ts';
import { problemTexts } from '../texts/problems.ts';
import type { Document, KnowledgeFolder, Passage, Problem } from './document.ts';
import { toPassages } from './passages.ts';
import { error, warning } from './problem.ts';
import type { FileReading } from './read-document.ts';
import { placePages } from './site-pages.ts';
import type { SynonymReading } from './synonyms.ts';

type Served = Extract<FileReading, { status: 'served' }>;

/**
 * Joins the readings of the files, in any order, into a folder. Pure. Of the files with the same words, one
 * is served: the one with more front matter, then the first path. A folder that serves nothing is an error.
 */
export function assembleFolder(
  readings: readonly FileReading[],
  synonyms: SynonymReading = { groups: [], problems: [] },
): KnowledgeFolder {
  const ordered = [...placePages(readings)].sort((a, b) => comparePaths(a.path, b.path));
  const served = ordered.filter((reading) => reading.status === 'served');
  const kept = new Map<string, Served>();
  for (const reading of served) {
    const key = bodyKey(reading.document);
    const other = kept.get(key);
    if (other === undefined || reading.keys > other.keys) kept.set(key, reading);
  }
  const problems: Problem[] = ordered.flatMap((reading) => {
    if (reading.status === 'skipped') return [];
    const winner = reading.status === 'served' ? kept.get(bodyKey(reading.document)) : undefined;
    if (winner === undefined || winner === reading) return reading.problems;
    return [warning('duplicate', problemTexts.duplicate(winner.path), reading.path, 1)];
  });
  const documents = [...kept.values()]
    .map((reading) => reading.document)
    .sort((a, b) => comparePaths(a.path, b.path));
  if (documents.length === 0) problems.unshift(error('no-files', problemTexts.noFiles(), '.'));
  return {
    documents,
    passages: documents.flatMap(passagesOf),
    synonyms: synonyms.groups,
    skipped: ordered.flatMap((reading) => (reading.status === 'skipped' ? [reading.skipped] : [])),
    problems: [...problems, ...synonyms.problems],
  };
}

/** Order by code point, so it is the same on every machine. */
export function comparePaths(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** What was made of a document before, so that putting a folder together again costs only what is new. */
const knownPassages = new WeakMap<Document, readonly Passage[]>();
const knownKeys = new WeakMap<Document, string>();

function passagesOf(document: Document): readonly Passage[] {
  const passages = knownPassages.get(document) ?? toPassages(document);
  knownPassages.set(document, passages);
  return passages;
}

/** A document's words alone, for comparing. */
function bodyKey(document: Document): string {
  const key = knownKeys.get(document) ?? wordsAlone(document);
  knownKeys.set(document, key);
  return key;
}

function wordsAlone(document: Document): string {
  const texts = document.sections.flatMap((section) => [
    section.heading,
    ...section.units.map((unit) => unit.text),
  ]);
  return fold(texts.join(' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
