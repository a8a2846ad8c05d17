import type { types } from '@slack/bolt';
import { plainText } from '../buttons.ts';
import { PREFIX, type WindowKind } from './deeds.ts';

/** The `action_id` of the one element of each input. */
export const INPUT = 'input';

/** An input that must be filled in; `name` is its `block_id`. */
export function input(
  name: string,
  label: string,
  element: types.InputBlock['element'],
  hint?: string,
): types.InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(label),
    element,
    ...(hint === undefined ? {} : { hint: plainText(hint) }),
  };
}

/** A field for words, in at most `longest` characters: `multiline` ones hold paragraphs. */
export function textField(
  { longest, multiline }: { readonly longest: number; readonly multiline: boolean },
  initial = '',
): types.PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: INPUT,
    multiline,
    min_length: 1,
    max_length: longest,
    ...(initial === '' ? {} : { initial_value: initial }),
  };
}

/** A window that can be submitted. */
export interface Form {
  readonly kind: WindowKind;
  readonly metadata: string;
  readonly title: string;
  readonly submit: string;
  readonly close: string;
  readonly blocks: types.AnyBlock[];
}

/** A form as Slack takes it. */
export function formView({ kind, metadata, title, submit, close, blocks }: Form): types.ModalView {
  return {
    type: 'modal',
    callback_id: `${PREFIX}${kind}`,
    private_metadata: metadata,
    title: plainText(title),
    submit: plainText(submit),
    close: plainText(close),
    blocks,
  };
}
