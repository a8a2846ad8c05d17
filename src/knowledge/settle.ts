/** A change that was seen and may not be over: saving a file takes several steps. Times are in milliseconds. */
export interface Unsettled {
  /** What the last look saw. */
  readonly signature: string;
  /** When that was first seen. */
  readonly since: number;
  /** When the first of the changes was seen. */
  readonly first: number;
  /** Since when every look missed the file. */
  readonly missingSince?: number;
}

/** A change to take up now. It is `forced` when the file still changes and has done so for too long. */
export interface DueChange {
  readonly path: string;
  readonly kind: 'read' | 'forget';
  readonly signature: string;
  readonly forced: boolean;
}

/** What one look at the folder came to. */
export interface Settlement {
  readonly due: readonly DueChange[];
  readonly unsettled: ReadonlyMap<string, Unsettled>;
}

/** Time without a further change after which a change is taken up: longer than the steps of a save. */
export const QUIET = 120;
/** Time after which a file is taken up although it still changes. */
export const LONGEST_WAIT = 800;

/** What a look saw. `folderOf` is the signature of the folder that would hold a path that is missing. */
export interface Look {
  readonly files: ReadonlyMap<string, string>;
  readonly folderOf: (path: string) => string;
  /** Milliseconds, of a clock that never goes back. */
  readonly now: number;
}

/**
 * Tells the changes that are over from those under way, by comparing what is served (signatures by path) with
 * a look at the folder and with the looks before it. Pure, and independent of the clock of the disk.
 */
export function settle(
  served: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, Unsettled>,
  look: Look,
): Settlement {
  const { files, folderOf, now } = look;
  const due: DueChange[] = [];
  const unsettled = new Map<string, Unsettled>();
  for (const path of new Set([...served.keys(), ...files.keys()])) {
    const found = files.get(path);
    if (found !== undefined && found === served.get(path)) continue;
    const signature = found ?? `missing from ${folderOf(path)}`;
    const earlier = before.get(path);
    const first = earlier?.first ?? now;
    const since = earlier?.signature === signature ? earlier.since : now;
    const missingSince = found === undefined ? (earlier?.missingSince ?? now) : undefined;
    const isOver = now - since >= QUIET;
    if (isOver || now - (missingSince ?? first) >= LONGEST_WAIT)
      due.push({ path, kind: found === undefined ? 'forget' : 'read', signature, forced: !isOver });
    else
      unsettled.set(path, {
        signature,
        since,
        first,
        ...(missingSince === undefined ? {} : { missingSince }),
      });
  }
  return { due, unsettled };
}
