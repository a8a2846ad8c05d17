import { constants, type Dirent } from 'node:fs';
import { access, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { KnowledgeError } from '../errors.ts';
import { problemTexts } from '../texts/problems.ts';
import { assembleFolder } from './assemble-folder.ts';
import { decode, sizeProblem } from './decode.ts';
import type { KnowledgeFolder, Problem } from './document.ts';
import { error, warning } from './problem.ts';
import { type FileReading, type ReadOptions, readDocument } from './read-document.ts';
import { parseSynonyms, type SynonymReading } from './synonyms.ts';

/** Name of the thesaurus, at the top of the folder. */
const SYNONYMS_FILE = 'tesauro.yml';
/** Levels of folders that are read. */
const DEEPEST = 12;
const MARKDOWN = /\.(?:md|markdown)$/i;
/** Files that speak to the maintainers, not to citizens. */
const GUIDE = /^(?:readme|leeme|l\u00e9eme)(?:\.[a-z]{2})?\.(?:md|markdown)$/i;

/**
 * Reads every Markdown file under a folder, and its thesaurus. Whatever is wrong with a file is a problem of
 * the result; only a folder that cannot be read at all throws, a `KnowledgeError`.
 */
export async function loadFolder(dir: string, options: ReadOptions): Promise<KnowledgeFolder> {
  const root = await openFolder(dir);
  const found: Listing = { root, paths: [], readings: [], visited: new Set([root]) };
  await list(found, root, '', 0);
  const readings = [...found.readings];
  for (const path of found.paths) readings.push(await readOne(join(root, path), path, options));
  return assembleFolder(readings, await readSynonyms(root));
}

async function openFolder(dir: string): Promise<string> {
  const advice = 'Create it, or name another folder, and check that it can be read.';
  try {
    const root = await realpath(dir);
    await access(root, constants.R_OK);
    if ((await stat(root)).isDirectory()) return root;
  } catch (cause) {
    throw new KnowledgeError(`The knowledge folder "${dir}" cannot be read (${codeOf(cause)}). ${advice}`, {
      cause,
    });
  }
  throw new KnowledgeError(`The knowledge folder "${dir}" is a file, not a folder. ${advice}`);
}

interface Listing {
  readonly root: string;
  readonly paths: string[];
  readonly readings: FileReading[];
  /** Real folders already listed, so that links in a circle end. */
  readonly visited: Set<string>;
}

async function list(found: Listing, dir: string, prefix: string, depth: number): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(dir, { withFileTypes: true });
  } catch (cause) {
    found.readings.push(refused(error('unreadable', problemTexts.unreadable(codeOf(cause)), prefix || '.')));
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    const target = await realPlace(found, join(dir, entry.name), path, entry);
    if (target === undefined) continue;
    if (!target.isFolder) {
      if (isContent(entry.name)) found.paths.push(path);
    } else if (depth + 1 > DEEPEST) {
      found.readings.push(refused(warning('too-deep', problemTexts.tooDeep(DEEPEST), path)));
    } else if (!found.visited.has(target.place)) {
      found.visited.add(target.place);
      await list(found, target.place, path, depth + 1);
    }
  }
}

/** Where an entry really is and whether it is a folder; links that leave the root are refused. */
async function realPlace(
  found: Listing,
  place: string,
  path: string,
  entry: Dirent,
): Promise<{ readonly place: string; readonly isFolder: boolean } | undefined> {
  if (!entry.isSymbolicLink()) return { place, isFolder: entry.isDirectory() };
  try {
    const real = await realpath(place);
    const isFolder = (await stat(real)).isDirectory();
    if (!isFolder && !isContent(entry.name)) return undefined;
    const fromRoot = relative(found.root, real);
    if (fromRoot !== '..' && !fromRoot.startsWith(`..${sep}`)) return { place: real, isFolder };
    found.readings.push(refused(error('outside', problemTexts.outside(), path)));
  } catch (cause) {
    if (isContent(entry.name))
      found.readings.push(refused(error('unreadable', problemTexts.unreadable(codeOf(cause)), path)));
  }
  return undefined;
}

function isContent(name: string): boolean {
  return MARKDOWN.test(name) && !GUIDE.test(name.normalize('NFC'));
}

async function readOne(place: string, path: string, options: ReadOptions): Promise<FileReading> {
  const bytes = await readBytes(place, path);
  return 'rule' in bytes ? refused(bytes) : readDocument(path, bytes, options);
}

async function readSynonyms(root: string): Promise<SynonymReading> {
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

function refused(problem: Problem): FileReading {
  return { status: 'refused', path: problem.path, problems: [problem] };
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
