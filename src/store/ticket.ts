import type { Selectable } from 'kysely';
import type { ConversationRef, Language } from '../messaging/index.ts';
import type { Tables } from './schema.ts';

/** Where a ticket stands: nobody has it, a team member has it, it was answered, or nobody will answer it. */
export type TicketStatus = 'open' | 'claimed' | 'answered' | 'discarded';

/** A question for the team. Holds nothing of who asked it. */
export interface Ticket {
  readonly id: string;
  readonly question: string;
  readonly language: Language;
  readonly status: TicketStatus;
  /** Why it was discarded. */
  readonly reason?: string;
  /** The platform's id of the team member who has it. */
  readonly assignee?: string;
  /** The room's own name of the card that shows it. */
  readonly card?: string;
  /** How many people asked it. */
  readonly count: number;
  readonly createdAt: Date;
  readonly answeredAt?: Date;
  readonly remindedAt?: Date;
  readonly answer?: string;
  /** Where the answer was saved as a draft, relative to the knowledge folder. */
  readonly draft?: string;
  /** Counts the changes of what its card tells. */
  readonly revision: number;
}

/** Someone who asked a ticket's question, and is owed something. */
export interface TicketAsker {
  /** The person's hash. */
  readonly asker: string;
  readonly platform: string;
  readonly to: ConversationRef;
  /** The platform's id of the message that asked. */
  readonly quote?: string;
  readonly language: Language;
  /** Wants to be told when the answer is published. */
  readonly wantsNotice: boolean;
}

/** A stored ticket as the assistant sees it. */
export function readTicket(row: Selectable<Tables['tickets']>): Ticket {
  const {
    id,
    question,
    count,
    revision,
    reason,
    assignee,
    card,
    answer,
    draft,
    createdAt,
    answeredAt,
    remindedAt,
  } = row;
  return {
    id,
    question,
    count,
    revision,
    language: readLanguage(row.language),
    status: row.status as TicketStatus,
    createdAt: new Date(createdAt),
    ...(reason === null ? {} : { reason }),
    ...(assignee === null ? {} : { assignee }),
    ...(card === null ? {} : { card }),
    ...(answer === null ? {} : { answer }),
    ...(draft === null ? {} : { draft }),
    ...(answeredAt === null ? {} : { answeredAt: new Date(answeredAt) }),
    ...(remindedAt === null ? {} : { remindedAt: new Date(remindedAt) }),
  };
}

/** The language of a row: all that was ever stored is one of the two. */
export function readLanguage(stored: string): Language {
  return stored === 'en' ? 'en' : 'es';
}
