import type { types } from '@slack/bolt';
import type { Inline } from '../../src/messaging/index.ts';
import { escapeSlackText } from './slack-text.ts';

/** A numbered list that goes on from another message: `offset` is the number before its first one. */
type NumberedList = types.RichTextList & { readonly offset?: number };

/** One item, with its number in the whole list. */
export interface Item {
  readonly content: readonly Inline[];
  readonly number: number;
}

/** Longest address that is made a link, in characters once escaped; Slack's own limit is 3000. */
const LONGEST_URL = 2_000;

/**
 * The inline as Slack can show it: in well-formed Unicode without control characters (but line ends and
 * tabs), and a link only when it goes to the web or to a mailbox.
 */
export function showable(inline: Inline): Inline {
  const text = inline.text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, ' ');
  if (inline.kind !== 'link') return { kind: inline.kind, text };
  return isOpenable(inline.url) ? { kind: 'link', text, url: inline.url } : { kind: 'text', text };
}

/** Whether there is anything to see: not only white space and invisible characters, which Slack refuses. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cf}]/u.test(text);
}

function isOpenable(url: string): boolean {
  return (
    /^(https?:\/\/|mailto:)/i.test(url) &&
    !/\p{Surrogate}|\p{Cc}/u.test(url) &&
    URL.canParse(url) &&
    escapeSlackText(url).length <= LONGEST_URL
  );
}

/** A paragraph. Rich text is shown as given, so that no text of it can be read as markup or as a mention. */
export function paragraphBlock(content: readonly Inline[]): types.RichTextBlock {
  return block({ type: 'rich_text_section', elements: content.flatMap(elements) });
}

/** A quotation. */
export function quoteBlock(content: readonly Inline[]): types.RichTextBlock {
  return block({ type: 'rich_text_quote', elements: content.flatMap(elements) });
}

/** A list, whose numbers begin with that of the first item when it is ordered. */
export function listBlock(items: readonly Item[], ordered: boolean): types.RichTextBlock {
  const before = (items[0]?.number ?? 1) - 1;
  const list: NumberedList = {
    type: 'rich_text_list',
    style: ordered ? 'ordered' : 'bullet',
    ...(ordered && before > 0 ? { offset: before } : {}),
    elements: items.map(({ content }) => ({
      type: 'rich_text_section',
      elements: content.flatMap(elements),
    })),
  };
  return block(list);
}

function block(element: types.RichTextBlockElement): types.RichTextBlock {
  return { type: 'rich_text', elements: [element] };
}

const ADDRESS = /(https?:\/\/[^\s<>"'«»“”()[\]{}]*[^\s<>"'«»“”()[\]{}.,;:!?])/i;

function elements(inline: Inline): types.RichTextElement[] {
  if (inline.text === '') return [];
  switch (inline.kind) {
    case 'text':
      return inline.text
        .split(ADDRESS)
        .filter((part) => part !== '')
        .map((part) => (isAddress(part) ? { type: 'link', url: part, text: part } : textElement(part)));
    case 'strong':
      return [{ ...textElement(inline.text), style: { bold: true } }];
    case 'link':
      return [{ type: 'link', url: inline.url, text: inline.text }];
  }
}

function textElement(text: string): types.RichTextText {
  return { type: 'text', text };
}

/** Slack makes no links by itself in rich text, so a bare address is made one, under its own words. */
function isAddress(part: string): boolean {
  return ADDRESS.test(part) && isOpenable(part);
}
