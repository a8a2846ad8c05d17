import { join } from 'node:path';
import { assembleFolder } from './assemble-folder.ts';
import type { KnowledgeFolder } from './document.ts';
import { keepLastGood, keepLastGroups } from './last-good.ts';
import { type FolderListing, listFolder, SYNONYMS_FILE, signatureOf } from './list-folder.ts';
import { readFileOf, readSynonymsOf, refused } from './loader.ts';
import type { FileReading, ReadOptions } from './read-document.ts';
import { type DueChange, settle, type Unsettled } from './settle.ts';
import type { SynonymReading } from './synonyms.ts';

/** What a look at the files came to. */
export interface Glance {
  readonly listing: FolderListing;
  /** Files read, thesaurus included. */
  readonly read: readonly string[];
  /** Files that are no longer there. */
  readonly forgotten: readonly string[];
  /** True when some file is still changing and should be looked at again soon. */
  readonly isUnsettled: boolean;
  /** The folder as it is now, when something in it changed. */
  readonly folder: KnowledgeFolder | undefined;
}

/** The files of a folder, kept as they were read, so that only what changes is read again. */
export interface LiveFiles {
  /** Looks at the folder and takes up the changes that are over. Throws a `KnowledgeError` when it is gone. */
  look(now: number, options: ReadOptions): Promise<Glance>;
}

interface Kept {
  readonly signature: string;
  readonly reading: FileReading;
}

const NO_SYNONYMS: SynonymReading = { groups: [], problems: [] };

/** Live files of a folder; the first look reads them all at once. */
export function openLiveFiles(dir: string): LiveFiles {
  const kept = new Map<string, Kept>();
  let synonyms: { readonly signature?: string; readonly reading: SynonymReading } = { reading: NO_SYNONYMS };
  let unsettled: ReadonlyMap<string, Unsettled> = new Map();
  let refusals = '';
  let today = '';

  const signatures = (): Map<string, string> => {
    const all = new Map([...kept].map(([path, { signature }]) => [path, signature]));
    if (synonyms.signature !== undefined) all.set(SYNONYMS_FILE, synonyms.signature);
    return all;
  };

  const keep = (path: string, signature: string, reading: FileReading | SynonymReading): void => {
    if ('groups' in reading) synonyms = { signature, reading: keepLastGroups(synonyms.reading, reading) };
    else kept.set(path, { signature, reading: keepLastGood(kept.get(path)?.reading, reading) });
  };

  /** Reads a file that changed; false when it changed meanwhile, or is broken while it still changes. */
  const take = async (root: string, change: DueChange, options: ReadOptions): Promise<boolean> => {
    const { path, signature, forced } = change;
    const reading = await read(root, path, options);
    if ((forced && isRefused(reading)) || (await signatureOf(join(root, path))) !== signature) return false;
    keep(path, signature, reading);
    return true;
  };

  /** Reads everything: what is dated or expired depends on the day. */
  const readAll = async (listing: FolderListing, options: ReadOptions): Promise<string[]> => {
    for (const [path, signature] of listing.files)
      keep(path, signature, await read(listing.root, path, options));
    return [...listing.files.keys()];
  };

  return {
    async look(now, options) {
      const listing = await listFolder(dir);
      const isNewDay = today !== options.today;
      const taken = isNewDay ? await readAll(listing, options) : [];
      today = options.today;
      const folderOf = (path: string): string => folderSignature(listing, path);
      const settlement = settle(signatures(), unsettled, { files: listing.files, folderOf, now });
      unsettled = settlement.unsettled;
      const forgotten: string[] = [];
      for (const change of settlement.due) {
        if (change.kind === 'read') {
          if (await take(listing.root, change, options)) taken.push(change.path);
        } else {
          forgotten.push(change.path);
          if (change.path === SYNONYMS_FILE) synonyms = { reading: NO_SYNONYMS };
          else kept.delete(change.path);
        }
      }
      const listed = JSON.stringify(listing.problems);
      const isChanged = isNewDay || taken.length + forgotten.length > 0 || listed !== refusals;
      refusals = listed;
      const readings = [
        ...listing.problems.map(refused),
        ...[...kept.values()].map(({ reading }) => reading),
      ];
      return {
        listing,
        read: taken,
        forgotten,
        isUnsettled:
          unsettled.size > 0 || (!isNewDay && taken.length + forgotten.length < settlement.due.length),
        folder: isChanged ? assembleFolder(readings, synonyms.reading) : undefined,
      };
    },
  };
}

function read(root: string, path: string, options: ReadOptions): Promise<FileReading | SynonymReading> {
  return path === SYNONYMS_FILE ? readSynonymsOf(root) : readFileOf(root, path, options);
}

function isRefused(reading: FileReading | SynonymReading): boolean {
  return 'groups' in reading
    ? reading.groups.length === 0 && reading.problems.length > 0
    : reading.status === 'refused';
}

/** The signature of the nearest folder above a path that is still there. */
function folderSignature({ folders }: FolderListing, path: string): string {
  const parts = path.split('/').slice(0, -1);
  for (; parts.length > 0; parts.pop()) {
    const folder = folders.get(parts.join('/'));
    if (folder !== undefined) return folder.signature;
  }
  return folders.get('')?.signature ?? '';
}
