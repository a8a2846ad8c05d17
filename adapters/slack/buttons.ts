import type { types } from '@slack/bolt';
import type { Suggestion } from '../../src/messaging/index.ts';
import { blockPieces, fits, type Piece } from './pieces.ts';
import { isVisible, showable } from './rich-text.ts';

/** Limits of buttons, in characters: https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const LONGEST_LABEL = 75;
const LONGEST_VALUE = 2_000;

/** Buttons of an actions block: https://docs.slack.dev/reference/block-kit/blocks/actions-block */
const MOST_BUTTONS = 25;

/** The suggestions as rows of buttons; before them, as a list, when a label is too long for a button. */
export function suggestionPieces(suggestions: readonly Suggestion[]): Piece[] {
  const offered = suggestions.filter(isOffered).map(({ id, label }) => ({ id, label: oneLine(label) }));
  const pieces: Piece[] = offered.some(({ label }) => label.length > LONGEST_LABEL)
    ? blockPieces({
        kind: 'list',
        ordered: true,
        items: offered.map(({ label }) => [{ kind: 'text', text: label }]),
      })
    : [];
  let row: types.Button[] = [];
  for (const [index, suggestion] of offered.entries()) {
    const button = toButton(suggestion, index);
    if (row.length === MOST_BUTTONS || !fits([rowPiece([...row, button])])) {
      pieces.push(rowPiece(row));
      row = [];
    }
    row.push(button);
  }
  return row.length > 0 ? [...pieces, rowPiece(row)] : pieces;
}

/** Whether Slack takes the suggestion as a button. */
export function isOffered({ id, label }: Suggestion): boolean {
  return id !== '' && id.length <= LONGEST_VALUE && !/\p{Surrogate}/u.test(id) && isVisible(oneLine(label));
}

function rowPiece(buttons: readonly types.Button[]): Piece {
  return {
    block: { type: 'actions', elements: [...buttons] },
    text: buttons.map((button) => `[${button.text.text}]`).join(' '),
  };
}

function toButton({ id, label }: Suggestion, index: number): types.Button {
  return {
    type: 'button',
    action_id: `suggestion-${index}`,
    value: id,
    text: { type: 'plain_text', text: shorten(label), emoji: false },
  };
}

function oneLine(label: string): string {
  return showable({ kind: 'text', text: label }).text.trim().replaceAll(/\s+/gu, ' ');
}

function shorten(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  const head = label.slice(0, LONGEST_LABEL - 1);
  return `${head.replace(/\p{Surrogate}$/u, '').trimEnd()}…`;
}
