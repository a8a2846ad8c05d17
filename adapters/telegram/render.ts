import type { InlineKeyboardButton } from 'grammy/types';
import { type Block, offered, type Reply, type Suggestion } from '../../src/messaging/index.ts';
import { cutFragment, fits, isBlank } from './fit.ts';
import { type Fragment, fragmentHtml, fragmentPlain, isWellFormed, showable } from './html.ts';

/** One Telegram message: `html` for parse mode HTML, `plain` for when Telegram refuses it. */
export interface Payload {
  readonly html: string;
  readonly plain: string;
}

/** A reply as Telegram takes it. The keyboard goes under the last payload. */
export interface Rendered {
  readonly payloads: readonly Payload[];
  readonly keyboard: readonly (readonly InlineKeyboardButton[])[];
  /** Suggestions that Telegram would refuse: an id of more than 64 bytes, or nothing to read. */
  readonly dropped: number;
}

/**
 * Renders a reply: as few messages as its text fits in, parted between blocks, else between the items of a
 * list, else where `splitText` parts a text. No text is lost. A reply without text has no payloads.
 */
export function render(reply: Reply): Rendered {
  const units = reply.blocks.flatMap(blockUnits);
  const choices = offered(reply);
  const shown = choices.filter(isOffered);
  return {
    payloads: pack(units).map(payload),
    keyboard: shown.map(({ id, label }) => [
      { text: showable({ kind: 'text', text: label }).text, callback_data: id },
    ]),
    dropped: choices.length - shown.length,
  };
}

/** Bytes of `callback_data`: https://core.telegram.org/bots/api#inlinekeyboardbutton */
const CALLBACK_DATA = 64;

function isOffered({ id, label }: Suggestion): boolean {
  return id !== '' && isWellFormed(id) && Buffer.byteLength(id) <= CALLBACK_DATA && !isBlank(label);
}

/** The runs of fragments that a message must not part: the whole block, or each fragment of a long one. */
function blockUnits(block: Block): Fragment[][] {
  const fragments = blockFragments(block).filter((fragment) => !isBlank(fragment));
  if (fragments.length === 0) return [];
  return fits(fragments)
    ? [fragments]
    : fragments.flatMap((fragment) => cutFragment(fragment)).map((fragment) => [fragment]);
}

function blockFragments(block: Block): Fragment[] {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return [{ content: block.content.map(showable), quote: block.kind === 'quote', gap: '\n\n' }];
    case 'list':
      return block.items
        .map((item, index) => ({
          content: item.map(showable),
          marker: block.ordered ? `${index + 1}. ` : '• ',
        }))
        .filter((item) => !isBlank(item))
        .map(({ content, marker }, index) => ({
          content: [{ kind: 'text', text: marker }, ...content],
          quote: false,
          gap: index === 0 ? '\n\n' : '\n',
        }));
  }
}

function pack(units: readonly Fragment[][]): Fragment[][] {
  const messages: Fragment[][] = [];
  for (const unit of units) {
    const last = messages.at(-1);
    if (last !== undefined && fits([...last, ...unit])) last.push(...unit);
    else messages.push([...unit]);
  }
  return messages;
}

function payload(fragments: readonly Fragment[]): Payload {
  const joined = (show: (fragment: Fragment) => string) =>
    fragments.map((fragment, index) => `${index === 0 ? '' : fragment.gap}${show(fragment)}`).join('');
  return { html: joined(fragmentHtml), plain: joined(fragmentPlain) };
}
