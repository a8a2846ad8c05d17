import type { Document, KnowledgeFolder } from '../knowledge/document.ts';
import type { Store } from '../store/index.ts';
import { TICKET_KEY } from './draft-file.ts';
import { stemsOf } from './likeness.ts';
import { newPostReply, publishedReply } from './replies.ts';

/** What notices need. `placeOf` gives the permanent short id of a document. */
export interface NoticesOptions {
  readonly store: Pick<Store, 'answers' | 'announced' | 'subscriptions' | 'outbox'>;
  readonly placeOf: (document: Document) => string;
}

/**
 * Tells of what a folder newly publishes, each person once, however often it is called and whatever crashes
 * between: the answers of the team to who wanted to know, and the posts to who subscribed. Rejects when the store
 * can't be reached.
 */
export async function tellOfNews({ documents }: KnowledgeFolder, options: NoticesOptions): Promise<void> {
  const { store, placeOf } = options;
  for (const document of documents) {
    const ticket = document.extra[TICKET_KEY];
    if (typeof ticket !== 'string' || ticket === '') continue;
    await store.answers.publish(ticket, ({ language }) =>
      publishedReply(document, placeOf(document), language),
    );
  }
  const posts = new Map(
    documents.filter(({ kind }) => kind === 'publicacion').map((document) => [document.path, document]),
  );
  for (const path of await store.announced.missing([...posts.keys()])) {
    const document = posts.get(path);
    if (document === undefined) continue;
    const themes = (await store.subscriptions.themes()).filter((theme) => isAbout(document, theme));
    for (const { platform, to, language } of await store.subscriptions.subscribersOf(themes)) {
      const where = JSON.stringify([to.id, to.threadId ?? '']);
      await store.outbox.put({
        key: `post:${path}:${platform}:${where}`,
        platform,
        to,
        reply: newPostReply(document, placeOf(document), language),
      });
    }
    await store.announced.add([path]);
  }
}

/** A document is about a theme when it holds all of the theme's words, in any form. */
function isAbout({ title, description = '', sections }: Document, theme: string): boolean {
  const wanted = [...stemsOf(theme)];
  if (wanted.length === 0) return false;
  const texts = sections.flatMap(({ heading, units }) => [heading, ...units.map(({ text }) => text)]);
  const held = stemsOf([title, description, ...texts].join(' '));
  return wanted.every((stem) => held.has(stem));
}
