import type { ConversationRef, Ticket } from '../../src/messaging/index.ts';
import type { Room } from '../../src/team/index.ts';

/** An open ticket. */
export function ticketOf(id: string, extra: Partial<Ticket> = {}): Ticket {
  return { id, question: '¿Cuántas mesas habrá en 2027?', askers: 1, status: 'open', ...extra };
}

/** A room that keeps its cards: what a ticket was shown as last, by the name of its card. */
export interface NotedRoom extends Room {
  readonly cards: ReadonlyMap<string, Ticket>;
  /** Makes the room out of reach, or reachable again. */
  close(isClosed: boolean): void;
}

const PLACE: ConversationRef = { id: 'room', kind: 'group' };

/** A room on the platform `dove`, with cards named `card-1`, `card-2`, … */
export function notedRoom(): NotedRoom {
  const cards = new Map<string, Ticket>();
  let isClosed = false;
  return {
    platform: 'dove',
    place: PLACE,
    cards,
    thread: (card) => ({ ...PLACE, threadId: card }),
    show: async (ticket, card = `card-${cards.size + 1}`) => {
      if (isClosed) throw new Error('the room is out of reach');
      cards.set(card, ticket);
      return card;
    },
    close: (closed) => {
      isClosed = closed;
    },
  };
}
