import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bogotaDay } from './bogota-day.ts';
import { PACES, sendOutbox } from './delivery/index.ts';
import type { Document, KnowledgeFolder } from './knowledge/document.ts';
import type { Adapter, Logger, TeamDesk } from './messaging/index.ts';
import { createRecords, type Records } from './records/index.ts';
import { digestReply, gather } from './report/index.ts';
import { createAttempt, reasonOf, type Store } from './store/index.ts';
import { createDesk, createTalks, makeRound, type Room, tellOfNews, type WriteDraft } from './team/index.ts';

/** What goes on behind the conversations: what is kept of them, the team's desk, and messages that are owed. */
export interface Backroom {
  readonly records: Records;
  readonly desk: TeamDesk;
  /** Whether a platform has a room for the team. */
  hasRoom(): boolean;
  /** Messages that wait to be sent, as last counted. */
  waiting(): number;
  /** Tells people of what a folder newly publishes. Never rejects. */
  tellOfNews(folder: KnowledgeFolder): Promise<void>;
  /** Takes the platforms in. */
  join(adapters: readonly Adapter[]): void;
  /** Sends what is owed and makes the desk's rounds until the signal aborts. Never rejects. */
  work(signal: AbortSignal): Promise<void>;
}

/** What the backroom needs. `placeOf` gives the permanent short id of a document. */
export interface BackroomOptions {
  readonly store: Store;
  readonly platforms: readonly string[];
  readonly knowledgeDir: string;
  readonly placeOf: (document: Document) => string;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Milliseconds between two rounds of the desk. */
const ROUND = 30_000;

/** Puts the backroom together over a store. */
export function createBackroom(options: BackroomOptions): Backroom {
  const { store, platforms, knowledgeDir, placeOf, now, logger } = options;
  let adapters: readonly Adapter[] = [];
  let depth = 0;
  const room = (): Room | undefined =>
    adapters.flatMap((adapter) =>
      adapter.room === undefined ? [] : [{ ...adapter.room, platform: adapter.name }],
    )[0];
  const write = draftWriter(knowledgeDir);
  const desk = createDesk({ store, room, platforms, write, today: () => bogotaDay(now()), logger });
  const talks = createTalks({ store, desk, room, now });
  const attempt = createAttempt(now, logger);

  async function quietly(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      logger.warn(`${what} failed`, { reason: reasonOf(error) });
    }
  }

  async function rounds(signal: AbortSignal): Promise<void> {
    const digest = async (since: Date) => {
      const figures = await gather(store, { since, until: now() });
      return figures.asked === 0 ? undefined : digestReply(figures);
    };
    while (!signal.aborted) {
      await quietly('round of the desk', async () => {
        depth = await store.outbox.waiting();
        await makeRound({ store, desk, room, digest, now });
      });
      await sleep(ROUND, undefined, { signal }).catch(() => {});
    }
  }

  return {
    records: createRecords({ store, attempt, talks, show: desk.show }),
    desk,
    hasRoom: () => room() !== undefined,
    waiting: () => depth,
    tellOfNews: (folder) => quietly('telling of news', () => tellOfNews(folder, { store, placeOf })),
    join(joined) {
      adapters = joined;
    },
    async work(signal) {
      const sending = sendOutbox(
        {
          outbox: store.outbox,
          adapters,
          paces: PACES,
          logger,
          now: () => now().getTime(),
          chance: Math.random,
        },
        signal,
      );
      await Promise.all([sending, rounds(signal)]);
    },
  };
}

/**
 * Writes new files below the knowledge folder. One that is there with the same text counts as written, so that saving
 * again what a crash interrupted succeeds.
 */
function draftWriter(dir: string): WriteDraft {
  return async (path, text) => {
    try {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text, { flag: 'wx' });
      return 'written';
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return 'failed';
      const there = await readFile(join(dir, path), 'utf8').catch(() => undefined);
      return there === text ? 'written' : 'exists';
    }
  };
}
