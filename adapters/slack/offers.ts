import type { types } from '@slack/bolt';
import {
  type Action,
  type AdapterTexts,
  list,
  type Reply,
  type Suggestion,
} from '../../src/messaging/index.ts';
import { button, type Choice, isOffered, LONGEST_LABEL, labelled, oneLine, plainText } from './buttons.ts';
import { blockPieces, fits, type MessageBlock, type Piece, pieceOf } from './pieces.ts';

/** Names of the buttons that are not answered like a suggestion. */
export const ACTIONS = {
  previous: 'page-previous',
  next: 'page-next',
  feedback: 'feedback',
  share: 'share',
} as const;

/** Buttons of an actions block: https://docs.slack.dev/reference/block-kit/blocks/actions-block */
const MOST_BUTTONS = 25;

/** What is offered under a reply, besides what it holds itself. */
export interface Offer {
  readonly texts: AdapterTexts;
  /** What Slack's own feedback buttons may stand in: messages alone. */
  readonly surface: 'message' | 'view';
  /** The key under which the reply can be shared in the channel. */
  readonly share?: string;
}

/** Everything under a reply's text: suggestions, the other pages, what can be done with the answer, feedback. */
export function offerPieces(
  { suggestions, pages, actions = [] }: Reply,
  { texts, surface, share }: Offer,
): Piece[] {
  const choices = suggestions.filter(isOffered);
  const kinds = (...wanted: readonly Action['kind'][]) =>
    actions.filter((action) => wanted.includes(action.kind) && isOffered(action));
  const feedback = surface === 'message' ? feedbackPiece(kinds('useful'), kinds('useless')) : undefined;
  const plain = feedback === undefined ? kinds('why', 'useful', 'useless', 'report') : kinds('why', 'report');
  return [
    ...labelList(choices),
    ...rows(choices.map((choice, index) => button(`suggestion-${index}`, choice))),
    ...(pages === undefined ? [] : pagePieces(pages, texts)),
    ...rows([
      ...plain.map((action, index) => button(`action-${index}-${action.kind}`, action)),
      ...(share === undefined ? [] : [button(ACTIONS.share, { id: share, label: texts.slack.share })]),
    ]),
    ...(feedback === undefined ? [] : [feedback]),
  ];
}

/** How many of the reply's offers Slack would refuse: without an id or a label, or with too long an id. */
export function refusedOffers({ suggestions, pages, actions = [] }: Reply): number {
  const turns = [pages?.previous, pages?.next].filter((turn) => turn !== undefined);
  return [...suggestions, ...turns, ...actions].filter((choice) => !isOffered(choice)).length;
}

/** Labels that are too long for a button, in full. */
function labelList(choices: readonly Choice[]): Piece[] {
  const labels = choices.map(({ label }) => oneLine(label));
  if (!labels.some((label) => label.length > LONGEST_LABEL)) return [];
  return blockPieces(list(labels, true));
}

/** Buttons in as few rows as Slack takes. */
export function rows(buttons: readonly types.Button[]): Piece[] {
  if (buttons.length === 0) return [];
  const all = rowPiece(buttons);
  if (buttons.length <= MOST_BUTTONS && fits([all])) return [all];
  const pieces: Piece[] = [];
  let row: types.Button[] = [];
  for (const next of buttons) {
    if (row.length === MOST_BUTTONS || !fits([rowPiece([...row, next])])) {
      pieces.push(rowPiece(row));
      row = [];
    }
    row.push(next);
  }
  return [...pieces, rowPiece(row)];
}

function rowPiece(buttons: readonly types.Button[]): Piece {
  const text = buttons.map((each) => `[${each.text.text}]`).join(' ');
  return pieceOf({ type: 'actions', elements: [...buttons] }, text);
}

function pagePieces(
  { number, count, previous, next }: NonNullable<Reply['pages']>,
  texts: AdapterTexts,
): Piece[] {
  const text = texts.slack.page(number, count);
  const turns = [turn(ACTIONS.previous, previous), turn(ACTIONS.next, next)].flat();
  return [pieceOf({ type: 'context', elements: [plainText(text)] }, text), ...rows(turns)];
}

function turn(action: string, suggestion: Suggestion | undefined): types.Button[] {
  return suggestion === undefined || !isOffered(suggestion) ? [] : [button(action, suggestion)];
}

/** Slack's own pair of feedback buttons, when the reply offers exactly one of each. */
function feedbackPiece(useful: readonly Action[], useless: readonly Action[]): Piece | undefined {
  const [yes] = useful;
  const [no] = useless;
  if (yes === undefined || no === undefined || useful.length + useless.length > 2) return undefined;
  const half = ({ id, label }: Choice) => ({ ...labelled(label), value: id });
  const block: MessageBlock = {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.feedback,
        positive_button: half(yes),
        negative_button: half(no),
      },
    ],
  };
  return pieceOf(block, [yes, no].map(({ label }) => `[${labelled(label).text.text}]`).join(' '));
}
