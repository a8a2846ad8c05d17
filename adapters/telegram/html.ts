import { type Inline, inlineText } from '../../src/messaging/index.ts';

/** A run of a message that can't be broken any more without cutting text. */
export interface Fragment {
  readonly content: readonly Inline[];
  readonly quote: boolean;
  /** What stands between the fragment before and this one. */
  readonly gap: '\n' | '\n\n';
}

/** The fragment in Telegram's HTML. Its tags are balanced, whatever the texts hold. */
export function fragmentHtml({ content, quote }: Fragment): string {
  const html = content.map(inlineHtml).join('');
  return quote ? `<blockquote>${html}</blockquote>` : html;
}

/** The fragment for when Telegram refuses the HTML: the words, and the addresses of the links. */
export function fragmentPlain({ content, quote }: Fragment): string {
  return quote ? `«${inlineText(content)}»` : inlineText(content);
}

/** The fragment's text as it is read on the screen. */
export function fragmentText({ content }: Fragment): string {
  return content.map((inline) => inline.text).join('');
}

function inlineHtml(inline: Inline): string {
  const text = escapeHtml(inline.text);
  if (text === '') return '';
  switch (inline.kind) {
    case 'text':
      return text;
    case 'strong':
      return `<b>${text}</b>`;
    case 'link':
      return `<a href="${escapeHtml(inline.url).replaceAll('"', '&quot;')}">${text}</a>`;
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Whether a text has no half of a surrogate pair, which Telegram refuses. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Longest address that is made a link, in characters. */
const LONGEST_URL = 2_048;

/**
 * The inline as Telegram can show it: in well-formed Unicode (half a surrogate pair is refused), and a link
 * only when Telegram opens its address. A `mailto:` link would become a web address, so the mail address
 * is written out, and the apps make it touchable.
 */
export function showable(inline: Inline): Inline {
  const text = inline.text.replace(LONE_SURROGATES, '\uFFFD');
  if (inline.kind !== 'link') return { kind: inline.kind, text };
  const mail = /^mailto:([^?]+)/i.exec(inline.url)?.[1];
  if (mail !== undefined) return { kind: 'text', text: text.includes(mail) ? text : `${text} (${mail})` };
  return isOpenable(inline.url) ? { kind: 'link', text, url: inline.url } : { kind: 'text', text };
}

function isOpenable(url: string): boolean {
  return (
    /^(https?:\/\/|tg:)/i.test(url) && url.length <= LONGEST_URL && isWellFormed(url) && URL.canParse(url)
  );
}
