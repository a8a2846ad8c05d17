/** Characters that are never read: zero-width, soft hyphen, byte order mark, direction controls, tags. */
const INVISIBLE =
  /\u034F|\p{Variation_Selector}|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Drops the characters that a person can't see, and composes what came decomposed (NFC). */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC');
}

/**
 * Lower case without diacritics, but with ñ kept (año is not ano). Composed and decomposed text fold to the
 * same string.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/(n\u0303)|\p{M}/gu, (_, enye: string | undefined) => (enye === undefined ? '' : 'ñ'))
    .normalize('NFC');
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false;
  return true;
}
