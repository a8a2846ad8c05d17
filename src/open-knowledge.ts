import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { KnowledgeFolder } from './knowledge/document.ts';
import { loadFolder, parseSynonyms } from './knowledge/index.ts';
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
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Bogota' }).format(options.now);
  const folder = await loadFolder(resolve(dir), {
    today,
    ...(options.siteUrl === undefined ? {} : { siteUrl: options.siteUrl }),
  });
  if (folder.synonyms.length > 0 || resolve(dir) === shippedKnowledge) return folder;
  const path = join(shippedKnowledge, 'tesauro.yml');
  return { ...folder, synonyms: parseSynonyms(await readFile(path, 'utf8'), path).groups };
}
