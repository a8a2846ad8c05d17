import type { Generated, Kysely } from 'kysely';

/** The two engines; each has the same tables. */
export type Engine = 'sqlite' | 'postgres';

/** The tables, as queries see them. */
export type Database = Kysely<Tables>;

/**
 * What is kept. Times are milliseconds since 1970, days and yes-or-no are whole numbers, structures are JSON.
 * `asker` and `conversation` are keyed hashes (see `people.ts`). Ids and texts of persons stand only in
 * `message`, `to` and `quote`, and only while something is owed.
 */
export interface Tables {
  settings: { name: string; value: string };
  inbox: {
    platform: string;
    id: string;
    message: string | null;
    receivedAt: number;
    /** Of those received at the same moment, the lowest came first. */
    seq: number;
    owner: string;
    settledAt: number | null;
    /** How many processes took it up after the first one. */
    takes: Generated<number>;
  };
  /** Who answers messages. A process that has not told for a while that it lives is gone. */
  processes: { name: string; aliveUntil: number };
  outbox: {
    seq: Generated<number>;
    key: string;
    platform: string;
    conversation: string;
    to: string | null;
    reply: string | null;
    quote: string | null;
    attempts: number;
    putAt: number;
    dueAt: number;
    owner: string;
    leaseUntil: number;
    closedAt: number | null;
    dropped: string | null;
  };
  questions: {
    at: number;
    platform: string;
    language: string;
    intent: string;
    status: string;
    reason: string | null;
    document: string | null;
    milliseconds: number;
    asker: string;
    key: string | null;
    text: string | null;
  };
  votes: { answer: string; asker: string; vote: string; document: string | null; at: number };
  reports: {
    id: string;
    answer: string;
    document: string | null;
    question: string | null;
    at: number;
    asker: string;
  };
  tickets: {
    id: string;
    key: string;
    question: string;
    language: string;
    status: string;
    reason: string | null;
    assignee: string | null;
    card: string | null;
    count: number;
    createdAt: number;
    answeredAt: number | null;
    remindedAt: number | null;
    answer: string | null;
    draft: string | null;
    /** Counts the changes of what the card tells; the room shows the ticket as of `shownRevision`. */
    revision: Generated<number>;
    shownRevision: Generated<number>;
  };
  askers: {
    ticket: string;
    asker: string;
    platform: string;
    conversation: string;
    to: string | null;
    quote: string | null;
    language: string;
    wantsNotice: number;
    askedAt: number;
    endedAt: number | null;
  };
  mutes: { platform: string; conversation: string; at: number };
  switches: { platform: string; isOff: number; reason: string; at: number };
  subscriptions: {
    platform: string;
    conversation: string;
    thread: string;
    theme: string;
    to: string;
    language: string;
    at: number;
  };
  announced: { path: string; at: number };
}
