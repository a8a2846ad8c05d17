import { personalDataIn } from '../language/index.ts';
import {
  type DeskResult,
  DISCARD_REASONS,
  type DiscardReason,
  type Logger,
  type Reply,
  type TeamDesk,
  type Ticket,
} from '../messaging/index.ts';
import { reasonOf, type Store, type StoredTicket } from '../store/index.ts';
import { protectionTexts } from '../texts/protection.ts';
import { roomTexts } from '../texts/team.ts';
import { draftFile } from './draft-file.ts';
import { answerReply, discardedReply } from './replies.ts';
import type { Room } from './room.ts';

/** Writes a new file into the knowledge folder, and never over one that is there. */
export type WriteDraft = (path: string, text: string) => Promise<'written' | 'exists' | 'failed'>;

/** What the desk needs. `room` is there once a platform has one; `today` gives an ISO day in Bogotá. */
export interface DeskOptions {
  readonly store: Pick<Store, 'tickets' | 'answers' | 'switches'>;
  readonly room: () => Room | undefined;
  readonly platforms: readonly string[];
  readonly write: WriteDraft;
  readonly today: () => string;
  readonly logger: Logger;
}

/** The desk, and what the core does at it by itself. */
export interface Desk extends TeamDesk {
  /** Shows a ticket in the room as it is now. A room out of reach is told again by `show-cards`. */
  show(id: string): Promise<void>;
}

/** Longest answer, in characters: what a form of the platforms takes. */
const LONGEST_ANSWER = 3_000;

/** What the team does with the questions that people sent. Its methods never reject. */
export function createDesk({ store, room, platforms, write, today, logger }: DeskOptions): Desk {
  async function show(id: string): Promise<void> {
    const there = room();
    const stored = there === undefined ? undefined : await store.tickets.get(id);
    if (there === undefined || stored === undefined) return;
    try {
      const card = await there.show(toTicket(stored), stored.card);
      await store.tickets.setShown(id, card, stored.revision);
    } catch (error) {
      logger.warn('team card not shown', { reason: reasonOf(error) });
    }
  }

  /** Does `work`; shows what became of the ticket, or says why nothing did. */
  async function change(id: string, work: () => Promise<StoredTicket | undefined>): Promise<DeskResult> {
    try {
      const changed = await work();
      if (changed === undefined)
        return {
          problem: (await store.tickets.get(id)) === undefined ? roomTexts.noTicket : roomTexts.closed,
        };
      await show(id);
      return { ticket: toTicket(changed) };
    } catch (error) {
      logger.error('team desk failed', { reason: reasonOf(error) });
      return { problem: roomTexts.recordsDown };
    }
  }

  const ticket = async (id: string): Promise<Ticket | undefined> => {
    const stored = await store.tickets.get(id).catch(() => undefined);
    return stored === undefined ? undefined : toTicket(stored);
  };

  return {
    show,
    ticket,
    assign: (id, assignee) => change(id, () => store.tickets.assign(id, assignee)),
    async preview(id, text): Promise<Reply | undefined> {
      const asked = await ticket(id);
      return asked === undefined ? undefined : answerReply(asked, text, 'es');
    },
    async send(id, _member, text, key) {
      const problem = problemWith(text);
      if (problem !== undefined) return { problem };
      return change(id, async () => {
        const asked = await store.tickets.get(id);
        if (asked === undefined) return undefined;
        return store.answers.send(id, text, key, ({ language }) => answerReply(asked, text, language));
      });
    },
    discard: (id, reason: DiscardReason) =>
      change(id, async () => {
        const asked = await store.tickets.get(id);
        if (asked === undefined) return undefined;
        return store.answers.discard(id, reason, ({ language }) =>
          discardedReply(asked.question, reason, language),
        );
      }),
    async save(id, { title, text }) {
      const problem = problemWith(text) ?? problemWith(title);
      if (problem !== undefined) return { problem };
      const asked = await ticket(id);
      if (asked === undefined) return { problem: roomTexts.noTicket };
      const file = draftFile({ ticket: id, question: asked.question, title, text, day: today() });
      if (file.path.endsWith('-.md')) return { problem: roomTexts.noTitle };
      const outcome = await write(file.path, file.text);
      if (outcome === 'exists') return { problem: roomTexts.fileExists(file.path) };
      if (outcome === 'failed') return { problem: roomTexts.notWritten(file.path) };
      return change(id, () => store.tickets.setDraft(id, file.path));
    },
    async turn(platform, isOn, reason) {
      if (!platforms.includes(platform)) return roomTexts.noPlatform(platform);
      try {
        await store.switches.turn(platform, isOn ? 'on' : 'off', reason);
        return isOn ? roomTexts.turnedOn(platform) : roomTexts.turnedOff(platform, reason);
      } catch {
        return roomTexts.recordsDown;
      }
    },
  };
}

function problemWith(text: string): string | undefined {
  if (text.trim() === '') return roomTexts.empty;
  if (text.length > LONGEST_ANSWER) return roomTexts.tooLong(LONGEST_ANSWER);
  const kinds = [...new Set(personalDataIn(text).map(({ kind }) => protectionTexts.es.kinds[kind]))];
  return kinds.length === 0 ? undefined : roomTexts.personalData(kinds.join(', '));
}

/** A stored ticket as the team sees it. */
function toTicket({ id, question, count, status, assignee, answer, reason, draft }: StoredTicket): Ticket {
  return {
    id,
    question,
    askers: count,
    status,
    ...(assignee === undefined ? {} : { assignee }),
    ...(answer === undefined ? {} : { answer }),
    ...(isReason(reason) ? { reason } : {}),
    ...(draft === undefined ? {} : { draft }),
  };
}

function isReason(reason: string | undefined): reason is DiscardReason {
  return DISCARD_REASONS.some((each) => each === reason);
}
