import type { InlineKeyboardButton } from 'grammy/types';
import type { Action, AdapterTexts, Pages, Reply } from '../../src/messaging/index.ts';
import { isBlank } from './fit.ts';
import { showable } from './html.ts';
import { deepLink, shareLink } from './links.ts';
import { callbackData, PLACE, type PressKind } from './press.ts';

/** What a reply needs besides itself to be shown: our texts in its language, and the name of our bot. */
export interface Surroundings {
  readonly texts: AdapterTexts['telegram'];
  readonly username: string;
}

/** The buttons under a reply, row after row. */
export interface Keyboard {
  readonly rows: readonly (readonly InlineKeyboardButton[])[];
  /** Buttons that Telegram would refuse: an id of more than 64 bytes, nothing to read, or one too many. */
  readonly dropped: number;
}

/** Most buttons under a message: https://core.telegram.org/bots/api#inlinekeyboardmarkup (100 on its server). */
const MOST_BUTTONS = 100;

/** Characters that a row of buttons of one width shows on a screen of 320 pixels, and most buttons in it. */
const ROW = { characters: 36, buttons: 3 } as const;

/** The other pages in a row, then the suggestions one below the other, then what can be done with the answer. */
export function keyboardOf(reply: Reply, surroundings: Surroundings): Keyboard {
  const { pages, suggestions, actions = [] } = reply;
  const turning = pages === undefined ? [] : pageButtons(pages, surroundings);
  const acting = actions.flatMap((action) => actionButton(action, reply, surroundings) ?? []);
  const room = Math.max(0, MOST_BUTTONS - turning.length - acting.length);
  const choosing = suggestions.flatMap(({ id, label }) => button(label, 'open', id) ?? []).slice(0, room);
  const offeredPages = [pages?.previous, pages?.next].filter((page) => page !== undefined).length;
  const offered = offeredPages + suggestions.length + actions.length;
  const shown = turning.filter((each) => !isPlace(each)).length + choosing.length + acting.length;
  return {
    rows: [...(turning.length === 0 ? [] : [turning]), ...choosing.map((each) => [each]), ...packed(acting)],
    dropped: offered - shown,
  };
}

/** «◀ Anterior», «2 de 4», «Siguiente ▶»: each makes sense when it is read aloud alone. */
function pageButtons(
  { number, count, previous, next }: Pages,
  { texts }: Surroundings,
): InlineKeyboardButton[] {
  const before = previous === undefined ? undefined : button(texts.previousPage, 'turn', previous.id);
  const after = next === undefined ? undefined : button(texts.nextPage, 'turn', next.id);
  if (before === undefined && after === undefined) return [];
  const place = { text: texts.page(number, count), callback_data: PLACE };
  return [...(before === undefined ? [] : [before]), place, ...(after === undefined ? [] : [after])];
}

function actionButton(
  { kind, id, label }: Action,
  { sources }: Reply,
  { username }: Surroundings,
): InlineKeyboardButton | undefined {
  if (kind !== 'share') return button(label, kind === 'useful' || kind === 'useless' ? 'vote' : 'open', id);
  const link = deepLink(username, id);
  if (link === undefined || isBlank(label)) return undefined;
  return { text: readable(label), url: shareLink(link, readable(sources[0]?.title ?? '')) };
}

function button(label: string, kind: PressKind, id: string): InlineKeyboardButton | undefined {
  const data = callbackData(kind, id);
  return data === undefined || isBlank(label) ? undefined : { text: readable(label), callback_data: data };
}

function isPlace(each: InlineKeyboardButton): boolean {
  return 'callback_data' in each && each.callback_data === PLACE;
}

/** Buttons in as few rows as their labels can be read in. */
function packed(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (const each of buttons) {
    const row = [...(rows.at(-1) ?? []), each];
    const longest = Math.max(...row.map(({ text }) => Array.from(text).length));
    const fits = row.length <= ROW.buttons && row.length * longest <= ROW.characters;
    if (rows.length > 0 && fits) rows[rows.length - 1] = row;
    else rows.push([each]);
  }
  return rows;
}

function readable(text: string): string {
  return showable({ kind: 'text', text }).text;
}
