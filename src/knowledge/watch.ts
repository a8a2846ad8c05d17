import { type FSWatcher, watch } from 'node:fs';
import type { KnowledgeFolder, Problem } from './document.ts';
import type { FolderListing } from './list-folder.ts';
import { openLiveFiles } from './live-files.ts';
import type { ReadOptions } from './read-document.ts';

/** A change of the folder that is served from now on. */
export interface FolderChange {
  readonly folder: KnowledgeFolder;
  /** Paths that were read again, and paths that are gone. */
  readonly read: readonly string[];
  readonly forgotten: readonly string[];
  /** Problems that the folder did not have before. */
  readonly problems: readonly Problem[];
}

/** What watching a folder needs. */
export interface WatchOptions {
  /** The options of a reading that starts now: the day may have changed. */
  readonly reading: () => ReadOptions;
  /** Ends the watching; nothing is called back any more. */
  readonly signal: AbortSignal;
  readonly onChange: (change: FolderChange) => void;
  /** Told once of each failure to read the folder, or of `onChange`; watching goes on with the last folder. */
  readonly onFailure: (error: unknown) => void;
}

/** Milliseconds from an event of the system to a look at the folder, and between looks while files change. */
const SOON = 25;
const AGAIN = 60;
/** Milliseconds between looks when nothing happens, for disks that tell of no events. */
const SELDOM = 1_000;
/** Looks at a folder that does not change take at most this share of the time. */
const SHARE = 0.05;

/**
 * Reads a folder and tells of its changes until the signal aborts: each within a second or so of the end of
 * the save, without reading the other files again. A file that breaks keeps its last good version. Throws a
 * `KnowledgeError` when the folder cannot be read at the start.
 */
export async function watchFolder(dir: string, options: WatchOptions): Promise<KnowledgeFolder> {
  const { reading, signal, onChange, onFailure } = options;
  const files = openLiveFiles(dir);
  const first = await files.look(performance.now(), reading());
  let problems = new Set(first.folder?.problems.map(keyOf));
  let failure = '';
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let isLooking = false;
  let cost = 0;

  const plan = (delay: number): void => {
    const at = performance.now() + delay;
    if (signal.aborted || at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => void look(), delay).unref();
  };
  const watchers = createWatchers(() => plan(SOON));

  const look = async (): Promise<void> => {
    dueAt = Number.POSITIVE_INFINITY;
    if (isLooking) return plan(SOON);
    isLooking = true;
    const started = performance.now();
    let pause = SELDOM;
    try {
      const { listing, folder, read, forgotten, isUnsettled } = await files.look(started, reading());
      if (signal.aborted) return;
      watchers.follow(listing);
      pause = isUnsettled ? AGAIN : Math.max(SELDOM, cost / SHARE);
      if (folder === undefined) cost = performance.now() - started;
      else {
        const fresh = folder.problems.filter((problem) => !problems.has(keyOf(problem)));
        problems = new Set(folder.problems.map(keyOf));
        onChange({ folder, read, forgotten, problems: fresh });
      }
      failure = '';
    } catch (error) {
      if (signal.aborted) return;
      if (failure !== String(error)) onFailure(error);
      failure = String(error);
    } finally {
      isLooking = false;
      plan(pause);
    }
  };

  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      watchers.close();
    },
    { once: true },
  );
  if (!signal.aborted) {
    watchers.follow(first.listing);
    plan(SOON);
  }
  if (first.folder === undefined) throw new Error(`The first look at "${dir}" gave no folder.`);
  return first.folder;
}

function keyOf({ path, line, rule, message }: Problem): string {
  return JSON.stringify([path, line, rule, message]);
}

/** One watcher of the system for each folder; a folder that allows none is left to the looks in between. */
function createWatchers(onEvent: () => void): { follow(listing: FolderListing): void; close(): void } {
  const open = new Map<string, FSWatcher>();
  const drop = (key: string): void => {
    open.get(key)?.close();
    open.delete(key);
  };
  return {
    follow({ folders }) {
      const wanted = new Map([...folders.values()].map((folder) => [identity(folder), folder.place]));
      for (const key of open.keys()) if (!wanted.has(key)) drop(key);
      for (const [key, place] of wanted) {
        if (open.has(key)) continue;
        try {
          const watcher = watch(place, { persistent: false }, onEvent);
          watcher.on('error', () => drop(key));
          open.set(key, watcher);
        } catch {
          onEvent();
        }
      }
    },
    close() {
      for (const key of open.keys()) drop(key);
    },
  };
}

/** Another folder at the same place is another folder. */
function identity({ place, signature }: { readonly place: string; readonly signature: string }): string {
  return `${place}|${signature.split(':').slice(0, 2).join(':')}`;
}
