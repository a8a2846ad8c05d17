import type { Block, Inline, Reply } from '../../src/messaging/index.ts';
import { cutFragment, fits, isBlank } from './fit.ts';
import { type Fragment, fragmentHtml, fragmentPlain, showable } from './html.ts';
import { type Keyboard, keyboardOf, type Surroundings } from './keyboard.ts';

/** One Telegram message: `html` for parse mode HTML, `plain` for when Telegram refuses it. */
export interface Payload {
  readonly html: string;
  readonly plain: string;
}

/** A reply as Telegram takes it. The keyboard goes under the last payload. */
export interface Rendered {
  readonly payloads: readonly Payload[];
  readonly keyboard: Keyboard;
}

/**
 * Renders a reply: as few messages as its text fits in, parted between blocks, else between the items of a
 * list, else where `splitText` parts a text. No text is lost. A reply without text has no payloads.
 */
export function render(reply: Reply, surroundings: Surroundings): Rendered {
  const units = reply.blocks.flatMap(blockUnits);
  return { payloads: pack(units).map(payload), keyboard: keyboardOf(reply, surroundings) };
}

/** Most characters that the first block keeps when it is cut, so that what closes the message has room. */
const OPENING = 3_500;

/** As much of a reply as one message holds, with `closing` below it. */
export function renderOpening({ blocks }: Reply, closing: readonly Inline[]): Payload {
  const last: Fragment = { content: closing.map(showable), quote: false, gap: '\n\n' };
  const kept: Fragment[] = [];
  for (const unit of blocks.flatMap(blockUnits)) {
    if (fits([...kept, ...unit, last])) {
      kept.push(...unit);
      continue;
    }
    const isFit = (piece: Fragment) => fits([piece, last]);
    if (kept.length === 0) {
      kept.push(...unit.flatMap((whole) => cutFragment(whole, OPENING, isFit)).slice(0, 1));
    }
    break;
  }
  return payload([...kept, last]);
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
