import type { types } from '@slack/bolt';
import { offered, type Reply } from '../../src/messaging/index.ts';
import { isOffered, suggestionPieces } from './buttons.ts';
import { blockPieces, fits, messageText, type Piece } from './pieces.ts';

/** One Slack message. `text` says the same as the blocks, escaped: it is for where they can't be shown. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: (types.RichTextBlock | types.ActionsBlock)[];
}

/** A reply as Slack takes it. */
export interface Rendered {
  readonly messages: readonly SlackMessage[];
  /** Suggestions that Slack would refuse: without an id or a label, or with an id of more than 2000 characters. */
  readonly dropped: number;
}

/**
 * Renders a reply: as few messages as it fits in, parted between blocks, else between the items of a list,
 * else where `splitText` parts a text. No text is lost. The buttons come last. Texts go into rich text, which
 * Slack shows as given: in mrkdwn nothing keeps `*`, `_`, `~` and backticks from being read as markup. A reply
 * with nothing to read has no messages.
 */
export function render(reply: Reply): Rendered {
  const pieces = reply.blocks.flatMap(blockPieces);
  const choices = offered(reply);
  const messages: Piece[][] = [];
  for (const piece of [...pieces, ...suggestionPieces(choices)]) {
    const last = messages.at(-1);
    if (last !== undefined && fits([...last, piece])) last.push(piece);
    else messages.push([piece]);
  }
  return {
    messages: messages.map((message) => ({
      text: messageText(message),
      blocks: message.map((piece) => piece.block),
    })),
    dropped: choices.length - choices.filter(isOffered).length,
  };
}
