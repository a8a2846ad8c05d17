import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problemTexts } from '../texts/problems.ts';
import { assembleFolder } from './assemble-folder.ts';
import { decode, sizeProblem } from './decode.ts';
import type { KnowledgeFolder, Problem } from './document.ts';
import { codeOf, listFolder, SYNONYMS_FILE } from './list-folder.ts';
import { error } from './problem.ts';
import { type FileReading, type ReadOptions, readDocument } from './read-document.ts';
import { parseSynonyms, type SynonymReading } from './synonyms.ts';

/**
 * Reads every Markdown file under a folder, and its thesaurus. Whatever is wrong with a file is a problem of
 * the result; only a folder that cannot be read at all throws, a `KnowledgeError`.
 */
export async function loadFolder(dir: string, options: ReadOptions): Promise<KnowledgeFolder> {
  const { root, files, problems } = await listFolder(dir);
  const readings = problems.map(refused);
  for (const path of files.keys())
    if (path !== SYNONYMS_FILE) readings.push(await readFileOf(root, path, options));
  return assembleFolder(readings, await readSynonymsOf(root));
}

/** Reads one Markdown file of a folder. */
export async function readFileOf(root: string, path: string, options: ReadOptions): Promise<FileReading> {
  const bytes = await readBytes(join(root, path), path);
  return 'rule' in bytes ? refused(bytes) : readDocument(path, bytes, options);
}

/** Reads the thesaurus of a folder; one that does not exist has no groups. */
export async function readSynonymsOf(root: string): Promise<SynonymReading> {
  const bytes = await readBytes(join(root, SYNONYMS_FILE), SYNONYMS_FILE);
  if ('rule' in bytes) return { groups: [], problems: bytes.rule === 'missing' ? [] : [bytes] };
  const text = decode(SYNONYMS_FILE, bytes);
  return typeof text === 'string' ? parseSynonyms(text, SYNONYMS_FILE) : { groups: [], problems: [text] };
}

/** A file's bytes, or why they cannot be had; rule `missing` when there is no such file. */
async function readBytes(place: string, path: string): Promise<Uint8Array | Problem> {
  try {
    const info = await stat(place);
    if (!info.isFile()) return error('unreadable', problemTexts.unreadable('EISDIR'), path);
    return sizeProblem(path, info.size) ?? (await readFile(place));
  } catch (cause) {
    const code = codeOf(cause);
    return error(code === 'ENOENT' ? 'missing' : 'unreadable', problemTexts.unreadable(code), path);
  }
}

/** The reading of something that cannot be read. */
export function refused(problem: Problem): FileReading {
  return { status: 'refused', path: problem.path, problems: [problem] };
}
