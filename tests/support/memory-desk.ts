import type { DeskResult, TeamDesk, Ticket } from '../../src/messaging/index.ts';
import { textReply } from './adapter-contract.ts';

/** An answer that reached the people who asked. */
export interface SentAnswer {
  readonly ticket: string;
  readonly member: string;
  readonly text: string;
}

/** A desk that keeps its tickets in memory, and what came of them. */
export interface MemoryDesk extends TeamDesk {
  readonly sent: readonly SentAnswer[];
  readonly turns: readonly { readonly platform: string; readonly isOn: boolean; readonly reason: string }[];
  /** Adds a ticket, or puts it in the place of the one with its id. */
  put(ticket: Ticket): void;
}

/** An open ticket. */
export function ticketOf(id: string, extra: Partial<Ticket> = {}): Ticket {
  return { id, question: '¿Cuántas mesas habrá en 2027?', askers: 1, status: 'open', ...extra };
}

/** A desk with these tickets. `onChange` is told of every change, as the core tells the room. */
export function createMemoryDesk(
  tickets: readonly Ticket[],
  onChange: (ticket: Ticket) => Promise<void> = async () => {},
): MemoryDesk {
  const kept = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const keys = new Set<string>();
  const sent: SentAnswer[] = [];
  const turns: MemoryDesk['turns'][number][] = [];

  async function change(id: string, next: Partial<Ticket>): Promise<DeskResult> {
    const ticket = kept.get(id);
    if (ticket === undefined) return { problem: 'Esa pregunta ya no está.' };
    if (ticket.status === 'discarded') return { problem: 'Esa pregunta ya está cerrada.' };
    const changed = { ...ticket, ...next };
    kept.set(id, changed);
    await onChange(changed);
    return { ticket: changed };
  }

  return {
    sent,
    turns,
    put: (ticket) => kept.set(ticket.id, ticket),
    ticket: async (id) => kept.get(id),
    assign: (id, assignee) => change(id, { status: 'claimed', assignee }),
    preview: async (id, text) => {
      if (!kept.has(id)) return undefined;
      const reply = textReply(`Una persona respondió: ${text}`);
      return { ...reply, suggestions: [{ id: `avisame:${id}`, label: 'Avísame' }] };
    },
    send: async (id, member, text, key) => {
      const ticket = kept.get(id);
      if (ticket !== undefined && keys.has(key)) return { ticket };
      if (text.includes('cédula')) return { problem: 'El texto tiene datos personales.' };
      keys.add(key);
      const result = await change(id, { status: 'answered', answer: text });
      if ('ticket' in result) sent.push({ ticket: id, member, text });
      return result;
    },
    discard: (id, reason) => change(id, { status: 'discarded', reason }),
    save: async (id, { title }) =>
      title.includes('repetido')
        ? { problem: 'Ya existe el archivo.' }
        : change(id, { draft: `borradores/${title.toLowerCase().replaceAll(/\W+/g, '-')}.md` }),
    turn: async (platform, isOn, reason) => {
      turns.push({ platform, isOn, reason });
      return `${platform} quedó ${isOn ? 'encendida' : `apagada. Motivo: ${reason}`}`;
    },
  };
}
