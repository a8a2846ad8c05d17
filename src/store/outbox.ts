import { type SqlBool, sql } from 'kysely';
import type { ConversationRef, Reply } from '../messaging/index.ts';
import type { People } from './people.ts';
import type { Database, Engine } from './schema.ts';

/** A message that must arrive. `key` names it: two puts with one key are one message. */
export interface OutgoingMessage {
  readonly key: string;
  readonly platform: string;
  readonly to: ConversationRef;
  readonly reply: Reply;
  /** The platform's id of the message that it answers. */
  readonly quote?: string;
}

/** A message that this process is to send now. `key` is a hash of the one it was put with. */
export interface ClaimedMessage extends OutgoingMessage {
  /** How many times sending it has failed. */
  readonly failures: number;
  readonly putAt: Date;
}

/** Messages that must arrive, each once, those of one conversation in the order in which they were put. */
export interface Outbox {
  /** Resolves with whether the message is new. */
  put(message: OutgoingMessage): Promise<boolean>;
  /** Whether a message was put with this key, in the last thirty days. */
  has(key: string): Promise<boolean>;
  /** Takes up to `limit` messages of these platforms that are due, at most one of each conversation. */
  claim(limit: number, platforms: readonly string[]): Promise<readonly ClaimedMessage[]>;
  /** The message arrived: forgets all but its key. */
  done(message: ClaimedMessage): Promise<void>;
  /** Sending failed: the message is due again after so many milliseconds. */
  retry(message: ClaimedMessage, after: number): Promise<void>;
  /** The message will never arrive: forgets all but its key and the reason, which holds nothing of a person. */
  drop(message: ClaimedMessage, reason: string): Promise<void>;
  /** Tells that this process still sends what it claimed. To be called every 20 s or so. */
  renew(): Promise<void>;
  /** How many messages wait. */
  waiting(): Promise<number>;
  /** Calls `listener` after each put in this process, until the function that comes back is called. */
  onPut(listener: () => void): () => void;
}

/** What the outbox needs. `owner` is this process's own name, new at each start. */
export interface OutboxOptions {
  readonly engine: Engine;
  readonly people: People;
  readonly owner: string;
  readonly now: () => Date;
  /** Called after each put. */
  readonly listeners: Set<() => void>;
}

/** Milliseconds without a sign of life after which another process sends what one had claimed. */
const LEASE = 60_000;

/** Of the row `one`: nothing put before it for its conversation still waits. */
const IS_FIRST_OF_ITS_CONVERSATION = sql<SqlBool>`not exists (
  select 1 from ${sql.table('outbox')} as earlier
  where earlier.platform = one.platform and earlier.conversation = one.conversation
    and ${sql.ref('earlier.closedAt')} is null and earlier.seq < one.seq)`;

/** An outbox in the store. Its methods reject when the store can't be reached. */
export function createOutbox(db: Database, { engine, people, owner, now, listeners }: OutboxOptions): Outbox {
  /** Keys of what was handed over and is not recorded yet. A claim whose answer never came is not among them. */
  const held = new Set<string>();
  let hasClaimed = false;

  async function close({ key }: ClaimedMessage, dropped: string | null): Promise<void> {
    const closedAt = now().getTime();
    await db
      .updateTable('outbox')
      .where('key', '=', key)
      .set({ to: null, reply: null, quote: null, conversation: '', closedAt, dropped })
      .execute();
    held.delete(key);
  }

  return {
    async put({ key, platform, to, reply, quote }) {
      const putAt = now().getTime();
      const inserted = await db
        .insertInto('outbox')
        .values({
          key: people.hash('outbox', key),
          platform,
          conversation: people.hash(platform, to.id),
          to: JSON.stringify(to),
          reply: JSON.stringify(reply),
          quote: quote ?? null,
          attempts: 0,
          putAt,
          dueAt: putAt,
          owner,
          leaseUntil: 0,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .returning('seq')
        .executeTakeFirst();
      for (const listener of listeners) listener();
      return inserted !== undefined;
    },
    async has(key) {
      const found = await db
        .selectFrom('outbox')
        .select('seq')
        .where('key', '=', people.hash('outbox', key))
        .executeTakeFirst();
      return found !== undefined;
    },
    async claim(limit, platforms) {
      if (limit < 1 || platforms.length === 0) return [];
      const at = now().getTime();
      const rows = await db
        .with('due', (with_) =>
          with_
            .selectFrom('outbox as one')
            .select('one.seq')
            .where('one.platform', 'in', platforms)
            .where('one.closedAt', 'is', null)
            .where('one.dueAt', '<=', at)
            // A file belongs to one process: what others hold when this one begins is of one that is gone.
            .$if(hasClaimed || engine === 'postgres', (query) => query.where('one.leaseUntil', '<=', at))
            .where(IS_FIRST_OF_ITS_CONVERSATION)
            .orderBy('one.seq')
            .limit(limit)
            .$if(engine === 'postgres', (query) => query.forUpdate().skipLocked()),
        )
        .updateTable('outbox')
        .where('seq', 'in', (from) => from.selectFrom('due').select('due.seq'))
        .set({ owner, leaseUntil: at + LEASE })
        .returning(['seq', 'key', 'platform', 'to', 'reply', 'quote', 'attempts', 'putAt'])
        .execute();
      hasClaimed = true;
      for (const { key } of rows) held.add(key);
      return rows
        .sort((a, b) => a.seq - b.seq)
        .flatMap(({ key, platform, to, reply, quote, attempts, putAt }) =>
          to === null || reply === null
            ? []
            : [
                {
                  key,
                  platform,
                  to: JSON.parse(to) as ConversationRef,
                  reply: JSON.parse(reply) as Reply,
                  ...(quote === null ? {} : { quote }),
                  failures: attempts,
                  putAt: new Date(putAt),
                },
              ],
        );
    },
    done: (message) => close(message, null),
    async retry({ key, failures }, after) {
      await db
        .updateTable('outbox')
        .where('key', '=', key)
        .where('owner', '=', owner)
        .where('closedAt', 'is', null)
        .set({ attempts: failures + 1, dueAt: now().getTime() + Math.ceil(after), leaseUntil: 0 })
        .execute();
      held.delete(key);
    },
    drop: close,
    async renew() {
      if (held.size === 0) return;
      await db
        .updateTable('outbox')
        .where('key', 'in', [...held])
        .where('owner', '=', owner)
        .where('closedAt', 'is', null)
        .where('leaseUntil', '>', 0)
        .set({ leaseUntil: now().getTime() + LEASE })
        .execute();
    },
    async waiting() {
      const { count } = await db
        .selectFrom('outbox')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('closedAt', 'is', null)
        .executeTakeFirstOrThrow();
      return count;
    },
    onPut(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
