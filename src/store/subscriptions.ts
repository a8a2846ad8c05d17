import type { ConversationRef, Language } from '../messaging/index.ts';
import type { People } from './people.ts';
import type { Database } from './schema.ts';
import { readLanguage } from './ticket.ts';

/** A conversation that wants to hear of new publications. */
export interface Subscriber {
  readonly platform: string;
  readonly to: ConversationRef;
  readonly language: Language;
}

/** Who wants to hear of what. A theme is the caller's word for one; without it, everything. */
export interface Subscriptions {
  /** Resolves with whether it is new. */
  add(subscriber: Subscriber, theme?: string): Promise<boolean>;
  /** Ends the one for `theme`; without it, all of the conversation. Resolves with how many ended. */
  remove(platform: string, to: ConversationRef, theme?: string): Promise<number>;
  /** What a conversation hears of: themes, and `''` for everything. */
  of(platform: string, to: ConversationRef): Promise<readonly string[]>;
  /** Every theme that somebody hears of, but everything. */
  themes(): Promise<readonly string[]>;
  /** Who hears of a publication with these themes, each conversation once. */
  subscribersOf(themes: readonly string[]): Promise<readonly Subscriber[]>;
}

const EVERYTHING = '';

/** Subscriptions in the store. The methods reject when it can't be reached. */
export function createSubscriptions(db: Database, people: People, now: () => Date): Subscriptions {
  const keyOf = (platform: string, { id, threadId }: ConversationRef) => ({
    platform,
    conversation: people.hash(platform, id),
    thread: threadId === undefined ? '' : people.hash(platform, threadId),
  });
  return {
    async add({ platform, to, language }, theme = EVERYTHING) {
      const added = await db
        .insertInto('subscriptions')
        .values({
          ...keyOf(platform, to),
          theme,
          to: JSON.stringify(to),
          language,
          at: now().getTime(),
        })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'conversation', 'thread', 'theme']).doNothing(),
        )
        .returning('at')
        .executeTakeFirst();
      return added !== undefined;
    },
    async remove(platform, to, theme) {
      const ended = await db
        .deleteFrom('subscriptions')
        .where((where) => where.and(keyOf(platform, to)))
        .$if(theme !== undefined, (query) => query.where('theme', '=', theme ?? EVERYTHING))
        .returning('theme')
        .execute();
      return ended.length;
    },
    async of(platform, to) {
      const rows = await db
        .selectFrom('subscriptions')
        .select('theme')
        .where((where) => where.and(keyOf(platform, to)))
        .orderBy('theme')
        .execute();
      return rows.map(({ theme }) => theme);
    },
    async themes() {
      const rows = await db
        .selectFrom('subscriptions')
        .select('theme')
        .distinct()
        .where('theme', '!=', EVERYTHING)
        .execute();
      return rows.map(({ theme }) => theme);
    },
    async subscribersOf(themes) {
      const rows = await db
        .selectFrom('subscriptions')
        .select((of) => [
          'platform',
          of.fn.min('to').as('to'),
          of.fn.min('language').as('language'),
          of.fn.min('at').as('at'),
        ])
        .where('theme', 'in', [EVERYTHING, ...themes])
        .groupBy(['platform', 'conversation', 'thread'])
        .orderBy('at')
        .execute();
      return rows.map(({ platform, to, language }) => ({
        platform,
        to: JSON.parse(to) as ConversationRef,
        language: readLanguage(language),
      }));
    },
  };
}
