import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bogotaDay } from './bogota-day.ts';
import type { KnowledgeFolder } from './knowledge/document.ts';
import {
  type FolderChange,
  loadFolder,
  parseSynonyms,
  type ReadOptions,
  type SynonymGroup,
  type WatchOptions,
  watchFolder,
} from './knowledge/index.ts';
import { packageRoot } from './package-root.ts';

/** The folder that comes with the package. */
export const shippedKnowledge = join(packageRoot, 'knowledge');

/**
 * Reads a knowledge folder as it stands today in Bogotá. A folder without a thesaurus of its own gets the one
 * that comes with the package: the words of Colombian civic Spanish are the same everywhere.
 */
export async function openKnowledge(
  dir: string,
  options: { readonly now: Date; readonly siteUrl?: string },
): Promise<KnowledgeFolder> {
  const folder = await loadFolder(resolve(dir), readOptions(options.now, options.siteUrl));
  return withSynonyms(folder, await shippedSynonyms(dir));
}

/**
 * The same, and tells of every change of the folder until the signal aborts. A new day in Bogotá is one: what
 * was dated for it is served from then on.
 */
export async function watchKnowledge(
  dir: string,
  options: Pick<WatchOptions, 'signal' | 'onChange' | 'onFailure'> & {
    readonly now: () => Date;
    readonly siteUrl?: string;
  },
): Promise<KnowledgeFolder> {
  const { now, siteUrl, signal, onChange, onFailure } = options;
  const shipped = await shippedSynonyms(dir);
  const folder = await watchFolder(resolve(dir), {
    reading: () => readOptions(now(), siteUrl),
    signal,
    onChange: (change: FolderChange) => onChange({ ...change, folder: withSynonyms(change.folder, shipped) }),
    onFailure,
  });
  return withSynonyms(folder, shipped);
}

function readOptions(now: Date, siteUrl: string | undefined): ReadOptions {
  const today = bogotaDay(now);
  return { today, ...(siteUrl === undefined ? {} : { siteUrl }) };
}

/** The thesaurus for folders that have none; the package's own folder is left as it is. */
async function shippedSynonyms(dir: string): Promise<readonly SynonymGroup[]> {
  if (resolve(dir) === shippedKnowledge) return [];
  const path = join(shippedKnowledge, 'tesauro.yml');
  return parseSynonyms(await readFile(path, 'utf8'), path).groups;
}

function withSynonyms(folder: KnowledgeFolder, shipped: readonly SynonymGroup[]): KnowledgeFolder {
  return folder.synonyms.length > 0 ? folder : { ...folder, synonyms: shipped };
}
