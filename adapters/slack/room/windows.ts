import type { types } from '@slack/bolt';
import {
  type AdapterTexts,
  DISCARD_REASONS,
  offered,
  type Reply,
  type Ticket,
} from '../../../src/messaging/index.ts';
import { cutAt, plainText } from '../buttons.ts';
import { withinView } from '../modals.ts';
import { blockPieces } from '../pieces.ts';
import { memberId } from './ids.ts';
import { LONGEST_METADATA, writeMetadata } from './metadata.ts';
import { line, quotation, words } from './rich.ts';
import { shown } from './shown.ts';
import { formView, INPUT, input, textField } from './window-parts.ts';

type RoomTexts = AdapterTexts['slackRoom'];

/** Longest answer, in characters: it is carried beside the ticket's id in the metadata of the next window. */
export const LONGEST_ANSWER = 2_800;

/** Characters of a field: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const LONGEST_TEXT = 3_000;

/** Longest title of a draft, in characters. */
export const LONGEST_TITLE = 150;

/** Longest question above a form, in characters. */
const LONGEST_QUESTION = 1_000;

/** A window that says one sentence. `isLast`: closing it closes those below it too. */
export function noticeView(title: string, sentence: string, close: string, isLast: boolean): types.ModalView {
  return {
    type: 'modal',
    title: plainText(title),
    close: plainText(close),
    clear_on_close: isLast,
    blocks: [line(words(sentence))],
  };
}

/** Where a member writes an answer. */
export function answerView({ id, question }: Ticket, texts: RoomTexts): types.ModalView {
  const { label, hint, submit } = texts.answerForm;
  return formView({
    kind: 'answer',
    metadata: id,
    title: texts.titles.answer,
    submit,
    close: texts.cancel,
    blocks: [
      quotation(shown(question, LONGEST_QUESTION, texts.blank)),
      input('answer', label, textField({ longest: LONGEST_ANSWER, multiline: true }), hint),
    ],
  });
}

/**
 * What the people who asked would read, as this adapter shows it; its buttons are told in words, because they
 * must not be pressed here. A problem when the window cannot carry the answer.
 */
export function previewView(
  { id, askers }: Ticket,
  text: string,
  reply: Reply,
  texts: RoomTexts,
): types.ModalView | { readonly problem: string } {
  const { readers, buttons, submit, edit } = texts.preview;
  const choices = offered(reply).map(({ label }) => `[${label}]`);
  const blocks = [
    line(words(readers(askers))),
    ...reply.blocks.flatMap(blockPieces).map(({ block }) => block),
    ...(choices.length === 0 ? [] : [line(words(buttons(choices.join(' '))))]),
  ];
  const metadata = writeMetadata({ ticket: id, text });
  if (metadata.length > LONGEST_METADATA) return { problem: texts.tooLong };
  const title = texts.titles.preview;
  return formView({ kind: 'preview', metadata, title, submit, close: edit, blocks: withinView(blocks) });
}

/** Where a member says why a question gets no answer. */
export function discardView({ id, question }: Ticket, texts: RoomTexts): types.ModalView {
  const { label, hint, submit } = texts.discardForm;
  const options = DISCARD_REASONS.map((reason) => ({
    text: plainText(texts.reasons[reason]),
    value: reason,
  }));
  return formView({
    kind: 'discard',
    metadata: id,
    title: texts.titles.discard,
    submit,
    close: texts.cancel,
    blocks: [
      quotation(shown(question, LONGEST_QUESTION, texts.blank)),
      input('reason', label, { type: 'static_select', action_id: INPUT, options }, hint),
    ],
  });
}

/** Where a member gives a question to somebody of the room. */
export function assignView({ id, question, assignee }: Ticket, texts: RoomTexts): types.ModalView {
  const { label, hint, submit } = texts.assignForm;
  const initial = memberId.safeParse(assignee);
  return formView({
    kind: 'assign',
    metadata: id,
    title: texts.titles.assign,
    submit,
    close: texts.cancel,
    blocks: [
      quotation(shown(question, LONGEST_QUESTION, texts.blank)),
      input(
        'assignee',
        label,
        {
          type: 'users_select',
          action_id: INPUT,
          ...(initial.success ? { initial_user: initial.data } : {}),
        },
        hint,
      ),
    ],
  });
}

/** Where an answer becomes a draft: the question without its marks as the title, and the answer as it was sent. */
export function saveView({ id, question, answer = '' }: Ticket, texts: RoomTexts): types.ModalView {
  const { title, text, hint, submit } = texts.saveForm;
  const heading = shown(question.replaceAll(/[¿?]/g, '').replaceAll(/\s+/g, ' '), LONGEST_TITLE, '');
  const body = cutAt(shown(answer, Number.POSITIVE_INFINITY, ''), LONGEST_TEXT);
  return formView({
    kind: 'save',
    metadata: id,
    title: texts.titles.save,
    submit,
    close: texts.cancel,
    blocks: [
      input('title', title, textField({ longest: LONGEST_TITLE, multiline: false }, heading)),
      input('text', text, textField({ longest: LONGEST_TEXT, multiline: true }, body), hint),
    ],
  });
}
