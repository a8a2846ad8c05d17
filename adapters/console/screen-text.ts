import { stripVTControlCharacters } from 'node:util';

const CONTROLS = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const WIDE =
  /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' });

/**
 * `text` without anything that a terminal would obey or that would reorder it: ANSI sequences, control
 * characters and directional overrides. Line ends stay, a tab becomes a space.
 */
export function screenText(text: string): string {
  return stripVTControlCharacters(text.replace(/\r\n?/g, '\n'))
    .replaceAll('\t', ' ')
    .replace(CONTROLS, (control) => (control === '\n' ? control : ''));
}

/** How many columns `text` takes: two for ideographs and emoji, none for marks that stand alone. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (WIDE.test(segment)) columns += 2;
    else if (!ZERO_WIDTH.test(segment)) columns += 1;
  }
  return columns;
}
