/**
 * What pressing a button does: `open` answers with a new message, `turn` puts another page in the place of the
 * message, `vote` is thanked without a message.
 */
export type PressKind = 'open' | 'turn' | 'vote';

/** Data of the button that says where in the series one is; pressing it does nothing. */
export const PLACE = '=';

const MARKS: Readonly<Record<PressKind, string>> = { open: '.', turn: '>', vote: '+' };

/** Bytes of `callback_data`: https://core.telegram.org/bots/api#inlinekeyboardbutton */
const CALLBACK_DATA = 64;

/**
 * The `callback_data` that brings back a choice and how it is answered; nothing when Telegram would refuse it.
 * An id too long for its mark goes without, and is answered with a new message.
 */
export function callbackData(kind: PressKind, id: string): string | undefined {
  if (id === '' || /\p{Surrogate}/u.test(id)) return undefined;
  const marked = `${MARKS[kind]}${id}`;
  const bare = /^[=.>+]/.test(id) ? [] : [id];
  const forms = kind === 'open' ? [...bare, marked] : [marked, ...bare];
  return forms.find((form) => Buffer.byteLength(form) <= CALLBACK_DATA);
}

/** Reads data that came back; nothing when it asks for nothing. Data without a mark is a choice as it stands. */
export function readPress(data: string): { readonly kind: PressKind; readonly id: string } | undefined {
  const kinds: readonly PressKind[] = ['open', 'turn', 'vote'];
  const kind = kinds.find((candidate) => data.startsWith(MARKS[candidate]));
  const id = kind === undefined ? data : data.slice(1);
  return data === PLACE || id === '' ? undefined : { kind: kind ?? 'open', id };
}
