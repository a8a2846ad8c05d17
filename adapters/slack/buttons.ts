import type { types } from '@slack/bolt';
import { isVisible, showable } from './rich-text.ts';

/** Limits of buttons, in characters: https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const LONGEST_LABEL = 75;
const LONGEST_VALUE = 2_000;

/** Something to choose: its id comes back with the press. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** A button with a label that Slack takes; a screen reader says as much of a longer one as there is room for. */
export function button(action: string, { id, label }: Choice): types.Button {
  return { type: 'button', action_id: action, value: id, ...labelled(label) };
}

/** The visible label of a button, and the one that is said when it had to be cut. */
export function labelled(label: string): Pick<types.Button, 'text' | 'accessibility_label'> {
  const text = oneLine(label);
  return {
    text: plainText(shorten(text)),
    ...(text.length > LONGEST_LABEL ? { accessibility_label: cutAt(text, LONGEST_LABEL) } : {}),
  };
}

/** A text that Slack shows as given, without emoji codes. */
export function plainText(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** Whether Slack takes the choice as a button. */
export function isOffered({ id, label }: Choice): boolean {
  return id !== '' && id.length <= LONGEST_VALUE && !/\p{Surrogate}/u.test(id) && isVisible(oneLine(label));
}

/** A label in one line of well-formed text. */
export function oneLine(label: string): string {
  return showable({ kind: 'text', text: label }).text.trim().replaceAll(/\s+/gu, ' ');
}

/** A text of at most `limit` characters, with an ellipsis where it was cut. */
export function shorten(text: string, limit = LONGEST_LABEL): string {
  return text.length <= limit ? text : `${cutAt(text, limit - 1).trimEnd()}…`;
}

/** The beginning of a text in at most `limit` UTF-16 units, never with half a character at its end. */
export function cutAt(text: string, limit: number): string {
  return text.slice(0, limit).replace(/\p{Surrogate}$/u, '');
}
