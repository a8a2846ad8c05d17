import type { ConversationRef } from './message.ts';
import type { Reply } from './reply.ts';

/** Where a question for the team stands. */
type TicketStatus = 'open' | 'claimed' | 'answered' | 'discarded';

/** A question that the assistant could not answer, as the team sees it: never who asked. */
export interface Ticket {
  readonly id: string;
  readonly question: string;
  /** How many people asked it. */
  readonly askers: number;
  readonly status: TicketStatus;
  /** The member who took it, by the platform's own id. */
  readonly assignee?: string;
  /** What was sent to the people who asked, last first. */
  readonly answer?: string;
  readonly reason?: DiscardReason;
  /** Where the answer was saved as a draft, relative to the knowledge folder. */
  readonly draft?: string;
}

/** Why a question gets no answer; the people who asked are told in the catalogue's words. */
export const DISCARD_REASONS = ['off-topic', 'already-answered', 'not-a-question', 'unknown'] as const;
export type DiscardReason = (typeof DISCARD_REASONS)[number];

/** The room where a platform shows the team its questions. What is said there goes out through `Adapter.send`. */
export interface TeamRoom {
  /** Where the whole team reads. */
  readonly place: ConversationRef;
  /** Where the talk about a card goes: below it. */
  thread(card: string): ConversationRef;
  /**
   * Shows a ticket as a card, or the card anew where `card` names it. Resolves with the card's name. Rejects with
   * `Undelivered`.
   */
  show(ticket: Ticket, card: string | undefined): Promise<string>;
}

/** What came of a member's action: done, or a sentence for the member that says why not and what to do. */
export type DeskResult = { readonly ticket: Ticket } | { readonly problem: string };

/**
 * What the team can do. Nothing leaves the room until a member sends it: what is said below a card is theirs.
 * `member` is the platform's own id of who acts; the platform makes sure that they belong to the room.
 */
export interface TeamDesk {
  ticket(id: string): Promise<Ticket | undefined>;
  /** Gives a question to a member: whoever takes it, or somebody else. */
  assign(id: string, assignee: string): Promise<DeskResult>;
  /** What the people who asked would read. */
  preview(id: string, text: string): Promise<Reply | undefined>;
  /** Sends an answer to everyone who asked, once. `key` tells a repeated press from a second answer. */
  send(id: string, member: string, text: string, key: string): Promise<DeskResult>;
  discard(id: string, reason: DiscardReason): Promise<DeskResult>;
  /** Writes the answer as a draft of the knowledge folder; a maintainer publishes it. */
  save(id: string, draft: { readonly title: string; readonly text: string }): Promise<DeskResult>;
  /** Turns a platform off for people, with a reason that is kept, or on again. Resolves with what to say of it. */
  turn(platform: string, isOn: boolean, reason: string): Promise<string>;
}
