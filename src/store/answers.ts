import type { Reply } from '../messaging/index.ts';
import { createAskers } from './askers.ts';
import type { Outbox } from './outbox.ts';
import type { People } from './people.ts';
import type { Database } from './schema.ts';
import { readTicket, type Ticket, type TicketAsker } from './ticket.ts';

/** What one person who asked is to be told. */
export type ReplyTo = (asker: TicketAsker) => Reply;

/**
 * Decisions of the team, each together with the messages that it owes: both are kept or neither is. Each resolves
 * with the ticket as it is now, or with nothing when it is not to be had or closed.
 */
export interface Answers {
  /** Answers a ticket, or adds to its answer. The same `key` again changes nothing and sends nothing. */
  send(ticket: string, answer: string, key: string, reply: ReplyTo): Promise<Ticket | undefined>;
  /** Closes a ticket without an answer, and forgets where its askers are. */
  discard(ticket: string, reason: string, reply: ReplyTo): Promise<Ticket | undefined>;
  /** Tells those who wanted to know that the answer is published, once, and forgets where they are. */
  publish(ticket: string, reply: ReplyTo): Promise<Ticket | undefined>;
}

/** What answers need. `outboxOver` makes the outbox inside a transaction; `wake` tells that something waits. */
export interface AnswersOptions {
  readonly people: People;
  readonly now: () => Date;
  readonly outboxOver: (db: Database) => Pick<Outbox, 'put'>;
  readonly wake: () => void;
}

/** Answers in the store. The methods reject when it can't be reached. */
export function createAnswers(db: Database, { people, now, outboxOver, wake }: AnswersOptions): Answers {
  type Change = Partial<{ status: string; answer: string; answeredAt: number; reason: string }>;

  /** Changes a ticket that stands in one of `from`, and puts a message for each asker that `isOwed`. */
  async function decide(
    id: string,
    from: readonly string[],
    change: Change,
    key: string,
    reply: ReplyTo,
    isOwed: (asker: TicketAsker) => boolean,
    isLast: boolean,
  ): Promise<Ticket | undefined> {
    const decided = await db.transaction().execute(async (transaction) => {
      const row = await transaction
        .updateTable('tickets')
        .where('id', '=', id)
        .where('status', 'in', from)
        .set((of) => ({
          id,
          ...change,
          revision: of('revision', '+', Object.keys(change).length > 0 ? 1 : 0),
        }))
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const askers = createAskers(transaction, people, now);
      const outbox = outboxOver(transaction);
      for (const asker of await askers.of(id)) {
        if (!isOwed(asker)) continue;
        const { platform, to, quote } = asker;
        const message = { key: `${key}:${asker.asker}`, platform, to, reply: reply(asker) };
        await outbox.put({ ...message, ...(quote === undefined ? {} : { quote }) });
      }
      if (isLast) await askers.release(id);
      return readTicket(row);
    });
    wake();
    return decided;
  }

  return {
    send: (id, answer, key, reply) =>
      decide(
        id,
        ['open', 'claimed', 'answered'],
        { status: 'answered', answer, answeredAt: now().getTime() },
        `answer:${id}:${key}`,
        reply,
        () => true,
        false,
      ),
    discard: (id, reason, reply) =>
      decide(
        id,
        ['open', 'claimed'],
        { status: 'discarded', reason },
        `discard:${id}`,
        reply,
        () => true,
        true,
      ),
    publish: (id, reply) =>
      decide(id, ['answered'], {}, `published:${id}`, reply, ({ wantsNotice }) => wantsNotice, true),
  };
}
