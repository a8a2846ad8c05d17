import type { types } from '@slack/bolt';
import { type Block, type Inline, inlineText, splitText } from '../../src/messaging/index.ts';
import { type Item, isVisible, listBlock, paragraphBlock, quoteBlock, showable } from './rich-text.ts';
import { escapeSlackText } from './slack-text.ts';

/** A block that the bot shows. */
export type MessageBlock =
  | types.RichTextBlock
  | types.ActionsBlock
  | types.ContextBlock
  | types.ContextActionsBlock;

/** A block of a message and the same in words, for notifications and screen readers; and how long both are. */
export interface Piece {
  readonly block: MessageBlock;
  readonly text: string;
  /** Characters of the block as JSON, and of the words once escaped. */
  readonly length: { readonly block: number; readonly text: number };
}

/** A piece, measured: a message is put together of many, and each is measured once. */
export function pieceOf(block: MessageBlock, text: string): Piece {
  return {
    block,
    text,
    length: { block: JSON.stringify(block).length, text: escapeSlackText(text).length },
  };
}

/** What stands between the words of two pieces. */
const GAP = '\n\n';

/** Blocks of a message: https://docs.slack.dev/reference/block-kit/blocks */
const MOST_BLOCKS = 50;

/** Characters of `text` that Slack advises: https://docs.slack.dev/reference/methods/chat.postMessage */
const LONGEST_TEXT = 4_000;

/**
 * Characters of all blocks as JSON. Slack refuses them (`msg_blocks_too_long`) near 13 200, a limit that it
 * documents nowhere: https://github.com/slackapi/bolt-js/issues/2509
 */
const LONGEST_BLOCKS = 12_000;

/** Whether these pieces go into one message. */
export function fits(pieces: readonly Piece[]): boolean {
  const between = Math.max(0, pieces.length - 1);
  const text = pieces.reduce((sum, { length }) => sum + length.text, GAP.length * between);
  const blocks = pieces.reduce((sum, { length }) => sum + length.block, '[]'.length + ','.length * between);
  return pieces.length <= MOST_BLOCKS && text <= LONGEST_TEXT && blocks <= LONGEST_BLOCKS;
}

/** The words of a message, escaped. */
export function messageText(pieces: readonly Piece[]): string {
  return escapeSlackText(pieces.map((piece) => piece.text).join(GAP));
}

/** A block of a reply as the fewest pieces that each fit into a message. Blank text makes no piece. */
export function blockPieces(block: Block): Piece[] {
  switch (block.kind) {
    case 'paragraph':
      return runs(block.content.map(showable), paragraphPiece).map(paragraphPiece);
    case 'quote':
      return runs(block.content.map(showable), quotePiece).map(quotePiece);
    case 'list': {
      const items = block.items
        .map((item) => item.map(showable))
        .filter((content) => !isBlank(content))
        .map((content, index) => ({ content, number: index + 1 }));
      return listPieces(items, block.ordered);
    }
  }
}

function paragraphPiece(content: readonly Inline[]): Piece {
  return pieceOf(paragraphBlock(content), inlineText(content));
}

function quotePiece(content: readonly Inline[]): Piece {
  return pieceOf(quoteBlock(content), `«${inlineText(content)}»`);
}

function listPiece(items: readonly Item[], ordered: boolean): Piece {
  const marker = (number: number) => (ordered ? `${number}.` : '-');
  const text = items.map(({ content, number }) => `${marker(number)} ${inlineText(content)}`).join('\n');
  return pieceOf(listBlock(items, ordered), text);
}

/** Parts a list between items; what does not fit of a long item goes on as paragraphs. */
function listPieces(items: readonly Item[], ordered: boolean): Piece[] {
  if (items.length === 0) return [];
  const whole = listPiece(items, ordered);
  if (fits([whole])) return [whole];
  const pieces: Piece[] = [];
  let group: Item[] = [];
  const flush = () => {
    if (group.length > 0) pieces.push(listPiece(group, ordered));
    group = [];
  };
  for (const item of items) {
    if (!fits([listPiece([...group, item], ordered)])) flush();
    const [first = [], ...rest] = runs(item.content, (content) =>
      listPiece([{ content, number: item.number }], ordered),
    );
    group.push({ content: first, number: item.number });
    if (rest.length > 0) flush();
    pieces.push(...rest.map(paragraphPiece));
  }
  flush();
  return pieces;
}

/** Parts a run of inlines between them, else inside a text, so that `toPiece` of each part fits a message. */
function runs(content: readonly Inline[], toPiece: (content: readonly Inline[]) => Piece): Inline[][] {
  if (isBlank(content)) return [];
  if (fits([toPiece(content)])) return [[...content]];
  const parts: Inline[][] = [];
  const rest = content.filter((inline) => inline.text !== '').reverse();
  let part: Inline[] = [];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (fits([toPiece([...part, next])])) {
      part.push(next);
    } else if (part.length > 0) {
      parts.push(part);
      part = [];
      rest.push(next);
    } else {
      const [head, tail] = cut(next, (inline) => fits([toPiece([inline])]));
      rest.push(tail, head);
    }
  }
  return [...parts, part].filter((inlines) => !isBlank(inlines));
}

/** Cuts an inline that is too long alone into a head that fits and the rest. */
function cut(inline: Inline, isFit: (inline: Inline) => boolean): readonly [head: Inline, tail: Inline] {
  for (let limit = LONGEST_TEXT; ; limit = Math.ceil(limit / 2)) {
    const [text = ''] = splitText(inline.text.slice(0, 2 * limit + 2), limit);
    const head = { ...inline, text };
    const tail = { ...inline, text: inline.text.slice(inline.text.indexOf(text) + text.length).trimStart() };
    if (isFit(head)) return [head, tail];
  }
}

function isBlank(content: readonly Inline[]): boolean {
  return content.every((inline) => !isVisible(inline.text));
}
