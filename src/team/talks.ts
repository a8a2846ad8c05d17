import { type IncomingMessage, type Language, type Reply, say } from '../messaging/index.ts';
import type { Store } from '../store/index.ts';
import { teamTexts } from '../texts/team.ts';
import type { Desk } from './desk.ts';
import { likestKey } from './likeness.ts';
import { forwardedReply } from './replies.ts';
import type { Room } from './room.ts';

/** How long after an answer a person's messages go to the team, in milliseconds. */
export const ATTENTION = 24 * 60 * 60 * 1_000;

/** Open questions that a new one is compared with. */
const COMPARED = 300;

/** What talks with people about their questions need. */
export interface TalksOptions {
  readonly store: Pick<Store, 'tickets' | 'askers' | 'outbox'>;
  readonly desk: Pick<Desk, 'show'>;
  readonly room: () => Room | undefined;
  readonly now: () => Date;
}

/** People's side of the desk. The methods reject when the store can't be reached. */
export interface Talks {
  /** Puts a question before the team, with those that say the same. */
  ask(
    message: IncomingMessage,
    question: string,
    quote: string | undefined,
    language: Language,
  ): Promise<void>;
  /** Passes a message on to the team while a person attends; resolves with what to say, or nothing when none does. */
  attend(message: IncomingMessage, languageOf: () => Language): Promise<Reply | undefined>;
  /** Tells the person once the answer is published: of that ticket, else of their latest. */
  notify(message: IncomingMessage, ticket: string | undefined): Promise<void>;
  /** The assistant answers again. */
  end(message: IncomingMessage): Promise<void>;
}

/** Talks over the store and the room. */
export function createTalks({ store: { tickets, askers, outbox }, desk, room, now }: TalksOptions): Talks {
  return {
    async ask(message, question, quote, language) {
      const keys = (await tickets.undecided(COMPARED)).map(({ key }) => key);
      const opened = await tickets.open({ question, key: likestKey(question, keys), language });
      if (opened === undefined) return;
      const { id } = opened.ticket;
      const to = message.conversation;
      await askers.add(id, {
        person: personOf(message),
        to,
        ...(quote === undefined ? {} : { quote }),
        language,
      });
      await desk.show(id);
    },
    async attend({ platform, conversation, id, input }, languageOf) {
      const there = room();
      if (there === undefined || conversation.kind !== 'direct' || input.kind !== 'text') return undefined;
      const since = new Date(now().getTime() - ATTENTION);
      const talk = await askers.attended(platform, conversation.id, since);
      if (talk?.ticket.card === undefined) return undefined;
      await outbox.put({
        key: `forward:${platform}:${id}`,
        platform: there.platform,
        to: there.thread(talk.ticket.card),
        reply: forwardedReply(talk.number, input.text),
      });
      const language = languageOf();
      const texts = teamTexts[language];
      return say(language, [texts.forwarded], [{ id: 'terminar', label: texts.end }]);
    },
    async notify(message, ticket) {
      const asked = ticket ?? (await askers.latest(message.platform, message.conversation.id))?.id;
      if (asked !== undefined) await askers.setWantsNotice(asked, personOf(message), true);
    },
    end: ({ platform, conversation }) => askers.end(platform, conversation.id),
  };
}

function personOf({ platform, author, conversation }: IncomingMessage) {
  return { platform, author: author.id, conversation: conversation.id };
}
