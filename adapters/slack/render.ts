import type { AdapterTexts, Reply } from '../../src/messaging/index.ts';
import { type Offer, offerPieces, refusedOffers } from './offers.ts';
import { blockPieces, fits, type MessageBlock, messageText, type Piece } from './pieces.ts';

/** No previews of links, and no markup in the words. */
export const PLAIN = { mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;

/** One Slack message. `text` says the same as the blocks, escaped: it is for where they can't be shown. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: MessageBlock[];
}

/** A reply as Slack takes it. */
export interface Rendered {
  readonly messages: readonly SlackMessage[];
  /** Buttons that Slack would refuse: without an id or a label, or with an id of more than 2000 characters. */
  readonly dropped: number;
}

/**
 * Renders a reply: as few messages as it fits in, parted between blocks, else between the items of a list,
 * else where `splitText` parts a text. No text is lost. The buttons come last. Texts go into rich text, which
 * Slack shows as given: in mrkdwn nothing keeps `*`, `_`, `~` and backticks from being read as markup. A reply
 * with nothing to read has no messages. `share` is the key under which it can be shared.
 */
export function render(reply: Reply, texts: AdapterTexts, share?: string): Rendered {
  const offer: Offer = { texts, surface: 'message', ...(share === undefined ? {} : { share }) };
  const messages: Piece[][] = [];
  for (const piece of replyPieces(reply, offer)) {
    const last = messages.at(-1);
    if (last !== undefined && fits([...last, piece])) last.push(piece);
    else messages.push([piece]);
  }
  return {
    messages: messages.map((message) => ({
      text: messageText(message),
      blocks: message.map((piece) => piece.block),
    })),
    dropped: refusedOffers(reply),
  };
}

/** All pieces of a reply, each small enough for a message. */
export function replyPieces(reply: Reply, offer: Offer): Piece[] {
  return [...reply.blocks.flatMap(blockPieces), ...offerPieces(reply, offer)];
}
