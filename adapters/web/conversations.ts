import type { ServerResponse } from 'node:http';
import type { Delivery } from '../../src/messaging/index.ts';
import type { PageReply } from './render.ts';

/** Milliseconds that a conversation is known after its tab was last heard of. */
const LIFETIME = 24 * 60 * 60 * 1_000;

/** Most conversations that are known; the one heard of least lately goes first, and comes back if its tab is open. */
const MOST_CONVERSATIONS = 5_000;

/** Most unasked replies that are kept for a tab, and most answers for a page that asks again. */
const MOST_LETTERS = 20;
const MOST_ANSWERS = 4;

/** The answer to one message, for a page whose network failed while it came. Nothing stands for silence. */
export type Answer = Promise<PageReply | undefined>;

/** An unasked reply. Numbers grow, also across restarts, so that a page can say which one it had last. */
interface Letter {
  readonly number: number;
  readonly at: number;
  readonly key: string | undefined;
  readonly event: string;
}

/** What is kept of a tab while it may come back. */
interface Conversation {
  at: number;
  letters: readonly Letter[];
  readonly answers: Map<string, Answer>;
  stream?: ServerResponse;
}

/** The tabs that are open or may come back, in memory alone. */
export interface Conversations {
  /** The conversation with this id, known from now on. */
  visit(id: string): Conversation;
  isKnown(id: string): boolean;
  keepAnswer(conversation: Conversation, messageId: string, answer: Answer): void;
  /** Writes to the open tab; keeps it all the same, in case it does not arrive. */
  post(id: string, reply: PageReply, delivery?: Delivery): void;
  /** Takes the place of the stream before it, and gets what came after the letter `after`. */
  attach(id: string, stream: ServerResponse, after: number): void;
  /** Writes a comment to every open stream, so that no proxy takes it for dead. */
  beat(): void;
  /** Ends every open stream. */
  close(): void;
}

/** No conversations yet; `clock` gives milliseconds since 1970. */
export function createConversations(clock: () => number): Conversations {
  const known = new Map<string, Conversation>();
  let lastNumber = 0;

  const isOver = ({ at, stream }: Conversation): boolean => stream === undefined && clock() - at > LIFETIME;

  function makeRoom(): void {
    for (const [id, oldest] of known) {
      if (known.size <= MOST_CONVERSATIONS && !isOver(oldest)) break;
      oldest.stream?.end();
      known.delete(id);
    }
  }

  function visit(id: string): Conversation {
    const before = known.get(id);
    const conversation =
      before === undefined || isOver(before) ? { at: 0, letters: [], answers: new Map() } : before;
    conversation.at = clock();
    known.delete(id);
    known.set(id, conversation);
    makeRoom();
    return conversation;
  }

  const streams = (): ServerResponse[] => [...known.values()].flatMap(({ stream }) => stream ?? []);

  return {
    visit,
    isKnown: (id) => {
      const conversation = known.get(id);
      return conversation !== undefined && !isOver(conversation);
    },
    keepAnswer: ({ answers }, messageId, answer) => {
      answers.set(messageId, answer);
      for (const oldest of answers.keys()) {
        if (answers.size <= MOST_ANSWERS) break;
        answers.delete(oldest);
      }
    },
    post: (id, reply, { key, quote } = {}) => {
      const conversation = known.get(id) ?? visit(id);
      const fresh = conversation.letters.filter(({ at }) => clock() - at <= LIFETIME);
      if (key !== undefined && fresh.some((letter) => letter.key === key)) return;
      lastNumber = Math.max(lastNumber + 1, clock());
      const event = `id: ${lastNumber}\ndata: ${JSON.stringify({ reply, quote })}\n\n`;
      conversation.letters = [...fresh, { number: lastNumber, at: clock(), key, event }].slice(-MOST_LETTERS);
      conversation.stream?.write(event);
    },
    attach: (id, stream, after) => {
      const conversation = visit(id);
      conversation.stream?.end();
      conversation.stream = stream;
      stream.once('close', () => {
        if (conversation.stream !== stream) return;
        delete conversation.stream;
        conversation.at = clock();
      });
      for (const { number, event } of conversation.letters) if (number > after) stream.write(event);
    },
    beat: () => {
      for (const stream of streams()) stream.write(':\n\n');
    },
    close: () => {
      for (const stream of streams()) stream.end();
    },
  };
}
