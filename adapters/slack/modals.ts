import type { types } from '@slack/bolt';
import type { AdapterTexts, ConversationRef, Reply } from '../../src/messaging/index.ts';
import { plainText } from './buttons.ts';
import type { MessageBlock } from './pieces.ts';
import { replyPieces } from './render.ts';

/** Names of the views and of what is in them. */
export const VIEWS = { question: 'question', answer: 'answer' } as const;

/** Blocks of a modal or of a Home: https://docs.slack.dev/surfaces/modals */
const MOST_BLOCKS = 100;

/** Longest question, in characters. */
const LONGEST_QUESTION = 1_000;

/** Where a person writes a question. */
export function questionView({ slack: { modal } }: AdapterTexts): types.ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.question,
    title: plainText(modal.ask),
    submit: plainText(modal.send),
    close: plainText(modal.close),
    blocks: [
      {
        type: 'input',
        block_id: VIEWS.question,
        label: plainText(modal.question),
        element: {
          type: 'plain_text_input',
          action_id: VIEWS.question,
          max_length: LONGEST_QUESTION,
          focus_on_load: true,
          placeholder: plainText(modal.example),
        },
      },
    ],
  };
}

/** A whole reply; what is pressed in it goes on in the same conversation. */
export function answerView(reply: Reply, texts: AdapterTexts, { id }: ConversationRef): types.ModalView {
  const pieces = replyPieces(reply, { texts, surface: 'view' });
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    private_metadata: id,
    title: plainText(texts.slack.modal.answer),
    close: plainText(texts.slack.modal.close),
    blocks: withinView(pieces.map(({ block }) => block)),
  };
}

/** The same content in as many blocks as a view takes: texts that follow each other go into one block. */
export function withinView(blocks: readonly MessageBlock[]): MessageBlock[] {
  const kept: MessageBlock[] = [];
  let over = blocks.length - MOST_BLOCKS;
  for (const block of blocks) {
    const last = kept.at(-1);
    if (over > 0 && last?.type === 'rich_text' && block.type === 'rich_text') {
      kept.splice(-1, 1, { ...last, elements: [...last.elements, ...block.elements] });
      over -= 1;
    } else kept.push(block);
  }
  return kept;
}
