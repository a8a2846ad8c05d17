import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KnowledgeFolder } from '../../src/knowledge/document.ts';
import { loadFolder } from '../../src/knowledge/index.ts';
import { openKnowledge, shippedKnowledge } from '../../src/open-knowledge.ts';
import { temporaryFolder } from './assistant-process.ts';

/** The day on which the tests read folders and ask. */
export const NOW: Date = new Date('2026-05-01T12:00:00-05:00');

/** Files by their path in a folder, with their text. */
export type Files = Readonly<Record<string, string>>;

/** Writes files below `dir`, with the folders that they need. */
export function writeFiles(dir: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

/** Reads files from a folder that lives only meanwhile. */
export async function folderOf(files: Files): Promise<KnowledgeFolder> {
  const temporary = temporaryFolder();
  try {
    writeFiles(temporary.path, files);
    return await loadFolder(temporary.path, { today: '2026-05-01' });
  } finally {
    temporary.remove();
  }
}

/** The folder that comes with the package. */
export function shippedFolder(): Promise<KnowledgeFolder> {
  return openKnowledge(shippedKnowledge, { now: NOW });
}
