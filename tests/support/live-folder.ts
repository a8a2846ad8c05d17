import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import type { KnowledgeFolder } from '../../src/knowledge/document.ts';
import { type FolderChange, watchFolder } from '../../src/knowledge/index.ts';

/** A knowledge folder on disk for one test, and what watching it has told so far. */
export interface LiveFolder {
  readonly dir: string;
  write(path: string, content?: string | Uint8Array): void;
  rename(path: string, to: string): void;
  remove(path: string): void;
  folder(): KnowledgeFolder;
  readonly changes: readonly FolderChange[];
  readonly failures: readonly unknown[];
  stop(): void;
  /** Stops and deletes the folder. */
  dispose(): void;
}

/** Options of a reading on a fixed day. */
export const ON_A_DAY = { today: '2025-06-15' };

/** Writes files and watches them. `onChange` sees every folder, the first one included. */
export async function openLiveFolder(
  files: Readonly<Record<string, string>>,
  onFolder: (folder: KnowledgeFolder) => void = () => {},
  reading = () => ON_A_DAY,
): Promise<LiveFolder> {
  const dir = mkdtempSync(join(tmpdir(), 'vivo-'));
  const write = (path: string, content: string | Uint8Array = `Texto de ${path}.`): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  const controller = new AbortController();
  const changes: FolderChange[] = [];
  const failures: unknown[] = [];
  let folder = await watchFolder(dir, {
    reading,
    signal: controller.signal,
    onChange: (change) => {
      changes.push(change);
      folder = change.folder;
      onFolder(folder);
    },
    onFailure: (error) => failures.push(error),
  });
  onFolder(folder);
  return {
    dir,
    write,
    rename: (path, to) => renameSync(join(dir, path), join(dir, to)),
    remove: (path) => rmSync(join(dir, path), { recursive: true }),
    folder: () => folder,
    changes,
    failures,
    stop: () => controller.abort(),
    dispose: () => {
      controller.abort();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Waits until an expectation holds, two seconds at most: the time within which a change must be served. */
export function soon(expectation: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(expectation, { timeout: 2_000, interval: 10 });
}
