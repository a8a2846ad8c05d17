import type { InlineQuery, InlineQueryResultArticle } from 'grammy/types';
import { type Find, type Finding, type Language, splitText } from '../../src/messaging/index.ts';
import { showable } from './html.ts';
import type { Surroundings } from './keyboard.ts';
import { deepLink } from './links.ts';
import { renderOpening } from './render.ts';

/** Results of one page. Telegram takes 50; ten come sooner over a slow network, and the rest when one scrolls. */
const PAGE = 10;

/** Characters of a result's excerpt; the apps show two or three lines. */
const EXCERPT = 200;

/** One page of results, as `answerInlineQuery` takes it; `next` is the offset of the next page, '' at the end. */
export interface InlinePage {
  readonly results: readonly InlineQueryResultArticle[];
  readonly next: string;
}

/** What a query finds. An offset that is none of ours finds nothing. */
export function inlinePage(
  { query, offset }: Pick<InlineQuery, 'query' | 'offset'>,
  find: Find,
  language: Language,
  surroundings: Surroundings,
): InlinePage {
  const start = offset === '' ? 0 : /^\d{1,4}$/.test(offset) ? Number(offset) : Number.POSITIVE_INFINITY;
  const found = Number.isFinite(start) ? find(query, language) : [];
  const page = found.slice(start, start + PAGE);
  return {
    results: page.flatMap((finding) => article(finding, surroundings) ?? []),
    next: start + PAGE < found.length ? String(start + PAGE) : '',
  };
}

/** One place as a result: chosen, it becomes the reply with a link that opens the rest in our chat. */
function article(
  { id, title, excerpt, source, reply }: Finding,
  { texts, username }: Surroundings,
): InlineQueryResultArticle | undefined {
  const link = deepLink(username, id);
  if (link === undefined) return undefined;
  const readable = (text: string) => showable({ kind: 'text', text }).text;
  const [start = ''] = splitText(readable(excerpt), EXCERPT);
  const { html } = renderOpening(reply, [{ kind: 'link', text: texts.fullAnswer, url: link }]);
  return {
    type: 'article',
    id,
    title: readable(title),
    description: texts.found(start, readable(source.title)),
    input_message_content: {
      message_text: html,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
  };
}
