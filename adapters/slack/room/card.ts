import type { types } from '@slack/bolt';
import type { AdapterTexts, Ticket } from '../../../src/messaging/index.ts';
import { plainText } from '../buttons.ts';
import { fits, pieceOf } from '../pieces.ts';
import type { SlackMessage } from '../render.ts';
import { escapeSlackText } from '../slack-text.ts';
import { type Deed, PREFIX } from './deeds.ts';
import { memberId } from './ids.ts';
import { boldWords, line, mention, quotation, words } from './rich.ts';
import { shown } from './shown.ts';

type RoomTexts = AdapterTexts['slackRoom'];

/** A block of a card, and the same in words, escaped. */
interface Part {
  readonly block: types.RichTextBlock | types.ActionsBlock;
  readonly text: string;
}

/** Longest question or answer on a card, in characters. */
const LONGEST_SHOWN = 3_000;

/**
 * A ticket as a message. What people wrote stands in leaves of text alone; the one mention is the assignee's.
 * Texts are cut, all to the same length, when they are too long for one message.
 */
export function ticketCard(ticket: Ticket, texts: RoomTexts): SlackMessage {
  for (let limit = LONGEST_SHOWN; ; limit = Math.floor(limit / 2)) {
    const parts = cardParts(ticket, texts, limit);
    if (fits(parts.map(({ block, text }) => pieceOf(block, text)))) {
      return { text: parts.map(({ text }) => text).join('\n\n'), blocks: parts.map(({ block }) => block) };
    }
  }
}

function cardParts(ticket: Ticket, texts: RoomTexts, limit: number): Part[] {
  const { question, askers, status, assignee, answer, reason, draft } = ticket;
  const cut = (text: string) => shown(text, limit, texts.blank);
  return [
    headPart(texts.status[status], texts.askers(askers)),
    quotePart(cut(question)),
    ...(assignee === undefined ? [] : [assigneePart(assignee, texts)]),
    ...(answer === undefined ? [] : [linePart(texts.answer), quotePart(cut(answer))]),
    ...(reason === undefined ? [] : [linePart(texts.reason(texts.reasons[reason]))]),
    ...(draft === undefined ? [] : [linePart(texts.draft(cut(draft)))]),
    ...buttonsPart(ticket, texts),
  ];
}

function headPart(status: string, askers: string): Part {
  return { block: line(boldWords(`${status}. `), words(askers)), text: `${status}. ${askers}` };
}

function linePart(text: string): Part {
  return { block: line(words(text)), text: escapeSlackText(text) };
}

function quotePart(text: string): Part {
  return { block: quotation(text), text: `«${escapeSlackText(text)}»` };
}

function assigneePart(assignee: string, { assignee: label, somebody }: RoomTexts): Part {
  return memberId.safeParse(assignee).success
    ? { block: line(words(label), mention(assignee)), text: `${label}<@${assignee}>` }
    : linePart(`${label}${somebody}`);
}

function buttonsPart(ticket: Ticket, { buttons }: RoomTexts): Part[] {
  const elements = deedsOf(ticket).map((deed): types.Button => {
    const { label, spoken } =
      deed === 'answer' && ticket.status === 'answered' ? buttons.again : buttons[deed];
    return {
      type: 'button',
      action_id: `${PREFIX}${deed}`,
      value: ticket.id,
      text: plainText(label),
      accessibility_label: spoken,
    };
  });
  if (elements.length === 0) return [];
  const text = elements.map((button) => `[${button.text.text}]`).join(' ');
  return [{ block: { type: 'actions', elements }, text }];
}

/** What can be done next, in the order of the buttons. */
function deedsOf({ status, draft }: Ticket): readonly Deed[] {
  switch (status) {
    case 'open':
      return ['take', 'assign', 'answer', 'discard'];
    case 'claimed':
      return ['assign', 'answer', 'discard'];
    case 'answered':
      return draft === undefined ? ['answer', 'save'] : ['answer'];
    case 'discarded':
      return [];
  }
}
