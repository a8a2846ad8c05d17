import { constants, type Dirent } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { KnowledgeError } from '../errors.ts';
import { problemTexts } from '../texts/problems.ts';
import { folderTexts } from '../texts/startup.ts';
import type { Problem } from './document.ts';
import { error, warning } from './problem.ts';

/** Name of the thesaurus, at the top of the folder. */
export const SYNONYMS_FILE = 'tesauro.yml';
/** Levels of folders that are read. */
const DEEPEST = 12;
const MARKDOWN = /\.(?:md|markdown)$/i;
/** Files that speak to the maintainers, not to citizens. */
const GUIDE = /^(?:readme|leeme|l\u00e9eme)(?:\.[a-z]{2})?\.(?:md|markdown)$/i;

/** A folder of the listing: where it really is, and a signature that changes when an entry comes or goes. */
export interface ListedFolder {
  readonly place: string;
  readonly signature: string;
}

/** What there is to read in a folder, without having read it. Paths are relative to it, with `/`. */
export interface FolderListing {
  /** The real place of the folder. */
  readonly root: string;
  /** Markdown files and the thesaurus, each with its `signatureOf`. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders listed; the top one is ''. */
  readonly folders: ReadonlyMap<string, ListedFolder>;
  /** What cannot be read, and why. */
  readonly problems: readonly Problem[];
}

interface Open {
  readonly root: string;
  readonly files: Map<string, string>;
  readonly folders: Map<string, ListedFolder>;
  readonly problems: Problem[];
  /** Real folders already listed, so that links in a circle end. */
  readonly visited: Set<string>;
}

/** Lists every Markdown file under a folder. Throws a `KnowledgeError` when the folder cannot be read at all. */
export async function listFolder(dir: string): Promise<FolderListing> {
  const root = await openFolder(dir);
  const open: Open = { root, files: new Map(), folders: new Map(), problems: [], visited: new Set([root]) };
  await list(open, root, '', 0);
  return open;
}

/**
 * A text that changes whenever a file is written, replaced or loses its right to be read; `missing` when it
 * cannot be looked at.
 */
export async function signatureOf(place: string): Promise<string> {
  try {
    const info = await stat(place, { bigint: true });
    return `${info.dev}:${info.ino}:${info.size}:${info.mtimeNs}:${info.ctimeNs}`;
  } catch {
    return 'missing';
  }
}

/** The system's code of a failed operation on a file, such as `ENOENT`. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

async function openFolder(dir: string): Promise<string> {
  try {
    const root = await realpath(dir);
    await access(root, constants.R_OK);
    if ((await stat(root)).isDirectory()) return root;
  } catch (cause) {
    throw new KnowledgeError(folderTexts.unreadable(dir, codeOf(cause)), { cause });
  }
  throw new KnowledgeError(folderTexts.notFolder(dir));
}

async function list(open: Open, dir: string, prefix: string, depth: number): Promise<void> {
  let entries: Dirent[];
  const signature = await signatureOf(dir);
  try {
    entries = await readdir(dir, { withFileTypes: true });
  } catch (cause) {
    open.problems.push(error('unreadable', problemTexts.unreadable(codeOf(cause)), prefix || '.'));
    return;
  }
  open.folders.set(prefix, { place: dir, signature });
  const files: { readonly path: string; readonly place: string }[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    const isThesaurus = path === SYNONYMS_FILE;
    const target = isThesaurus
      ? { place: join(dir, entry.name), isFolder: false }
      : await realPlace(open, join(dir, entry.name), path, entry);
    if (target === undefined) continue;
    if (!target.isFolder) {
      if (isThesaurus || isContent(entry.name)) files.push({ path, place: target.place });
    } else if (depth + 1 > DEEPEST) {
      open.problems.push(warning('too-deep', problemTexts.tooDeep(DEEPEST), path));
    } else if (!open.visited.has(target.place)) {
      open.visited.add(target.place);
      await list(open, target.place, path, depth + 1);
    }
  }
  const signatures = await Promise.all(files.map(({ place }) => signatureOf(place)));
  files.forEach(({ path }, index) => {
    open.files.set(path, signatures[index] ?? 'missing');
  });
}

/** Where an entry really is and whether it is a folder; links that leave the root are refused. */
async function realPlace(
  open: Open,
  place: string,
  path: string,
  entry: Dirent,
): Promise<{ readonly place: string; readonly isFolder: boolean } | undefined> {
  if (!entry.isSymbolicLink()) return { place, isFolder: entry.isDirectory() };
  try {
    const real = await realpath(place);
    const isFolder = (await stat(real)).isDirectory();
    if (!isFolder && !isContent(entry.name)) return undefined;
    const fromRoot = relative(open.root, real);
    if (fromRoot !== '..' && !fromRoot.startsWith(`..${sep}`)) return { place: real, isFolder };
    open.problems.push(error('outside', problemTexts.outside(), path));
  } catch (cause) {
    if (isContent(entry.name))
      open.problems.push(error('unreadable', problemTexts.unreadable(codeOf(cause)), path));
  }
  return undefined;
}

/** Whether a file of this name is read: Markdown that speaks to citizens, not to the maintainers. */
export function isContent(name: string): boolean {
  return MARKDOWN.test(name) && !GUIDE.test(name.normalize('NFC'));
}
