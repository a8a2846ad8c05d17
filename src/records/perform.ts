import type { Effect } from '../intents/index.ts';
import { type IncomingMessage, type Language, type Reply, say } from '../messaging/index.ts';
import type { Store } from '../store/index.ts';
import type { Talks } from '../team/index.ts';
import { teamTexts } from '../texts/team.ts';
import { keptReply } from './kept-reply.ts';

/** What carrying out an effect needs. */
export interface PerformOptions {
  readonly store: Pick<Store, 'votes' | 'reports' | 'mutes' | 'subscriptions' | 'privacy' | 'people'>;
  readonly talks: Talks;
  /** A ticket lost its only asker: the room shows it so. */
  readonly show: (ticket: string) => Promise<void>;
}

/**
 * Carries out what an intent asked to be kept. Resolves with a reply when that is to be said in the intent's stead.
 * Rejects when the store can't be reached.
 */
export async function perform(
  effect: Effect,
  message: IncomingMessage,
  language: Language,
  { store, talks, show }: PerformOptions,
): Promise<Reply | undefined> {
  const { platform, conversation, author } = message;
  const asker = store.people.hash(platform, author.id);
  const person = { platform, author: author.id, conversation: conversation.id };
  const isDirect = conversation.kind === 'direct';
  switch (effect.kind) {
    case 'vote':
      await store.votes.cast({
        answer: effect.place,
        document: effect.path,
        asker,
        vote: effect.isUseful ? 'useful' : 'useless',
      });
      return undefined;
    case 'report': {
      const { place, path, question } = effect;
      const report = { answer: place, document: path, asker };
      await store.reports.add(question === undefined ? report : { ...report, question });
      return undefined;
    }
    case 'mute':
      await store.mutes.mute(platform, conversation.id);
      return undefined;
    case 'unmute':
      await store.mutes.unmute(platform, conversation.id);
      return undefined;
    case 'ask-team':
      await talks.ask(message, effect.question, effect.quote, language);
      return undefined;
    case 'notify':
      await talks.notify(message, effect.ticket);
      return undefined;
    case 'end-attention':
      await talks.end(message);
      return undefined;
    case 'subscribe': {
      const subscriber = { platform, to: conversation, language };
      if (effect.theme === '') await store.subscriptions.add(subscriber);
      else await store.subscriptions.add(subscriber, effect.theme);
      return undefined;
    }
    case 'unsubscribe':
      await store.subscriptions.remove(platform, conversation);
      return undefined;
    case 'my-data':
      return keptReply(await store.privacy.keptOf(person, isDirect), language);
    case 'erase': {
      for (const ticket of await store.privacy.erase(person, isDirect)) await show(ticket);
      return say(language, [teamTexts[language].erased]);
    }
  }
}
