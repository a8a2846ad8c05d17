import { createInbox } from '../inbox.ts';
import type { Inbox, IncomingMessage, Logger } from '../messaging/index.ts';
import { createAttempt } from './attempt.ts';
import { createProcesses, NOBODY } from './processes.ts';
import { statementOfOne, statementOver, type Write } from './rows.ts';
import type { Database, Engine } from './schema.ts';

/** The inbox that outlives the process and is shared by replicas. */
export interface StoredInbox extends Inbox {
  /**
   * Tells that this process lives and still answers what it holds, and records what was settled while the store
   * was down. To be called every 20 s or so. Never rejects.
   */
  renew(): Promise<void>;
}

/** What the inbox needs. `owner` is this process's own name, new at each start. */
export interface InboxOptions {
  readonly engine: Engine;
  readonly owner: string;
  readonly now: () => Date;
  readonly logger?: Logger;
}

/** Age in milliseconds after which a message left open is dropped: an answer would come as a surprise. */
const TOO_OLD = 3_600_000;

/** How often a message is taken up in front of the rest: one that ends every process must not do so for ever. */
const MOST_TAKES = 20;

/** How many of the oldest messages count as in front: those that a process begins with. */
const IN_FRONT = 10;

const SETTLED = { platform: 'text', id: 'text', owner: 'text', at: 'bigint' } as const;
const ARRIVED = {
  platform: 'text',
  id: 'text',
  message: 'text',
  receivedAt: 'bigint',
  seq: 'bigint',
  owner: 'text',
} as const;

type Key = Pick<IncomingMessage, 'platform' | 'id'>;

/**
 * An inbox in the store. Each message is handed out once, whichever replica receives it; its content is kept until
 * it is settled. While the store is down, messages are known to this process alone.
 */
export function createStoredInbox(db: Database, { engine, owner, now, logger }: InboxOptions): StoredInbox {
  const memory = createInbox();
  const attempt = createAttempt(now, logger);
  const unrecorded = new Map<string, Key>();
  const begun = new Set<string>();
  const processes = createProcesses(db, owner, now);
  let received = 0;
  const insertion: Write = (given) => `insert into inbox (platform, id, message, "receivedAt", seq, owner)
    select platform, id, message, "receivedAt", seq, owner from ${given} where true
    on conflict (platform, id) do nothing`;
  const closure: Write = (given) => `insert into inbox (platform, id, "receivedAt", seq, owner, "settledAt")
    select platform, id, "at", 0, owner, "at" from ${given} where true
    on conflict (platform, id) do update set message = null, "settledAt" = excluded."settledAt"`;
  const insertOne = statementOfOne(engine, ARRIVED, insertion);
  const insertMany = statementOver<typeof ARRIVED, Key>(
    engine,
    ARRIVED,
    (given) => `${insertion(given)} returning platform, id`,
  );
  const closeOne = statementOfOne(engine, SETTLED, closure);
  const closeMany = statementOver(engine, SETTLED, closure);

  /** Resolves with those that were not known. */
  async function insert(messages: readonly IncomingMessage[]): Promise<readonly IncomingMessage[]> {
    await processes.appear();
    const receivedAt = now().getTime();
    const given = messages.map((message) => {
      const { platform, id } = message;
      received += 1;
      return { platform, id, message: JSON.stringify(message), receivedAt, seq: received, owner };
    });
    const [first, second] = given;
    if (first !== undefined && second === undefined) {
      const { numAffectedRows } = await db.executeQuery(insertOne(first));
      return numAffectedRows === 1n ? messages : [];
    }
    const { rows } = await db.executeQuery(insertMany(given));
    const names = new Set(rows.map(nameOf));
    return messages.filter((message) => names.has(nameOf(message)));
  }

  const settled = ({ platform, id }: Key) => ({ platform, id, owner, at: now().getTime() });

  /** Drops what is too old or was taken too often, then takes the rest, of messages whose process gives no sign. */
  async function take(platform: string): Promise<Taken> {
    const at = now().getTime();
    const isFirst = !begun.has(platform);
    await processes.renew();
    // A file belongs to one process: when this one begins, the others are gone.
    const gone = await (engine === 'sqlite' && isFirst
      ? processes.others()
      : // What was left before that was found by an earlier look, or is too old by now.
        processes.gone(isFirst ? 0 : at - TOO_OLD));
    begun.add(platform);
    if (gone.length === 0) return { old: 0, hopeless: 0, messages: [] };
    const abandoned = db
      .updateTable('inbox')
      .where('platform', '=', platform)
      .where('settledAt', 'is', null)
      .where('owner', 'in', gone);
    const dropped = abandoned.set({ message: null, settledAt: at }).returning('id');
    const old = await dropped.where('receivedAt', '<', at - TOO_OLD).execute();
    const hopeless = await dropped.where('takes', '>=', MOST_TAKES).execute();
    const rows = await abandoned.set({ owner }).returning(['id', 'message', 'receivedAt', 'seq']).execute();
    rows.sort((a, b) => a.receivedAt - b.receivedAt || a.seq - b.seq);
    const inFront = rows.slice(0, IN_FRONT).map(({ id }) => id);
    if (inFront.length > 0)
      await db
        .updateTable('inbox')
        .where('platform', '=', platform)
        .where('id', 'in', inFront)
        .set(({ eb }) => ({ takes: eb('takes', '+', 1) }))
        .execute();
    const messages = rows.flatMap(({ message }) =>
      message === null ? [] : [JSON.parse(message) as IncomingMessage],
    );
    return { old: old.length, hopeless: hopeless.length, messages };
  }

  return {
    async receive(messages) {
      const fresh = await memory.receive(messages);
      if (fresh.length === 0) return [];
      return (await attempt(() => insert(fresh)))?.value ?? fresh;
    },
    async settle(message) {
      const { platform, id } = message;
      if ((await attempt(() => db.executeQuery(closeOne(settled(message))))) === undefined)
        unrecorded.set(nameOf(message), { platform, id });
    },
    async release(message) {
      const { platform, id } = message;
      const done = await attempt(async () => {
        await processes.leaveToAnybody();
        await db
          .updateTable('inbox')
          .where('platform', '=', platform)
          .where('id', '=', id)
          .where('settledAt', 'is', null)
          .set({ owner: NOBODY })
          .execute();
      });
      if (done === undefined) await memory.release(message);
    },
    async leftOpen(platform) {
      const own = await memory.leftOpen(platform);
      const taken = await attempt(() => take(platform));
      if (taken === undefined) return own;
      const { old, hopeless, messages } = taken.value;
      if (old > 0) logger?.warn('old messages dropped', { platform, count: old });
      if (hopeless > 0)
        logger?.error('messages given up: no process outlived them', { platform, count: hopeless });
      if (messages.length > 0)
        logger?.info('messages left open taken up', { platform, count: messages.length });
      return [...own, ...messages];
    },
    async renew() {
      const keys = [...unrecorded].slice(0, MOST_AT_ONCE);
      await attempt(async () => {
        if (keys.length > 0) await db.executeQuery(closeMany(keys.map(([, key]) => settled(key))));
        for (const [name] of keys) unrecorded.delete(name);
        await processes.renew();
      });
    },
  };
}

/** What was found abandoned: how many were dropped for their age or for what they do, and the rest. */
interface Taken {
  readonly old: number;
  readonly hopeless: number;
  readonly messages: readonly IncomingMessage[];
}

/** Most rows written by one statement: both engines bound its parameters. */
const MOST_AT_ONCE = 1_000;

function nameOf({ platform, id }: Key): string {
  return JSON.stringify([platform, id]);
}
