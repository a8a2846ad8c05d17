import { type Inline, splitText } from '../../src/messaging/index.ts';
import { type Fragment, fragmentHtml, fragmentText } from './html.ts';

/** Code points of a message after its entities are parsed: https://core.telegram.org/bots/api#sendmessage */
export const MESSAGE_TEXT = 4_096;

/** Bytes of a message before its entities are parsed: 2^15 on Telegram's server, less some room. */
const MESSAGE_BYTES = 30_000;

/** Whether one message can hold these fragments. */
export function fits(fragments: readonly Fragment[]): boolean {
  let length = 0;
  let bytes = 0;
  for (const fragment of fragments) {
    length += fragment.gap.length + countCodePoints(fragmentText(fragment));
    bytes += fragment.gap.length + Buffer.byteLength(fragmentHtml(fragment));
  }
  const lead = fragments[0]?.gap.length ?? 0;
  return length - lead <= MESSAGE_TEXT && bytes - lead <= MESSAGE_BYTES;
}

/**
 * The fragment in pieces that fit. One that doesn't is cut at `limit` code points, and at fewer where long
 * addresses fill it. A link that is cut stays one in both pieces. `isFit` says what fits: by default, what a
 * message holds.
 */
export function cutFragment(
  fragment: Fragment,
  limit: number = MESSAGE_TEXT,
  isFit: (piece: Fragment) => boolean = (piece) => fits([piece]),
): Fragment[] {
  if (isFit(fragment)) return [fragment];
  const text = fragmentText(fragment);
  let cursor = 0;
  return splitText(text, limit).flatMap((part, index) => {
    const start = text.indexOf(part, cursor);
    cursor = start + part.length;
    const content = slice(fragment.content, start, cursor);
    const piece: Fragment = { ...fragment, content, gap: index === 0 ? fragment.gap : '\n' };
    if (isBlank(piece)) return [];
    return cutFragment(piece, Math.ceil(countCodePoints(part) / 2), isFit);
  });
}

/** The part of these inlines between two UTF-16 offsets of their joined text. */
function slice(content: readonly Inline[], start: number, end: number): Inline[] {
  let offset = 0;
  return content.flatMap((inline) => {
    const from = Math.max(start - offset, 0);
    const to = end - offset;
    offset += inline.text.length;
    return from < inline.text.length && to > 0 ? [{ ...inline, text: inline.text.slice(from, to) }] : [];
  });
}

/** Whether nothing would be seen: only spaces, controls and marks of direction. Telegram refuses such text. */
export function isBlank(shown: string | Pick<Fragment, 'content'>): boolean {
  const text = typeof shown === 'string' ? shown : shown.content.map((inline) => inline.text).join('');
  return !/[^\p{C}\p{Z}]/u.test(text);
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
