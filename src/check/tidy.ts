import { visible } from '../language/index.ts';

/** Line ends of Windows and of the old Mac as `\n`. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Breaks that no editor shows; the loader reads them as a space. */
const ODD_BREAK = /[\v\f\u0085\u2028\u2029]/;
const CONTROL = /^(?![\t\n\r])\p{Cc}$/u;
/** What joins or colours the parts of an emoji is seen, though it has no shape of its own. */
const EMOJI_PART = /^[\u200D\uFE0E\uFE0F\u{E0020}-\u{E007F}]$/u;
const EMOJI =
  /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}#*0-9]|[\uFE0F]|[\u200D]|[\u{E0020}-\u{E007F}])$/u;

/** The characters of a text that nobody sees. */
export function invisibleIn(text: string): string[] {
  const found: string[] = [];
  withoutInvisible(text, found);
  return found;
}

function withoutInvisible(text: string, found: string[]): string {
  if (!/[^\t\n\r -~]/.test(text)) return text;
  let kept = '';
  for (const character of text) {
    const isBreak = ODD_BREAK.test(character);
    const isHidden = isBreak || CONTROL.test(character) || visible(character) === '';
    if (!isHidden || (EMOJI_PART.test(character) && EMOJI.test(kept))) kept += character;
    else {
      found.push(character);
      if (isBreak) kept += ' ';
    }
  }
  return kept;
}

/**
 * The text without invisible characters, composed (NFC), with `\n` at line ends and one at its end. Nothing
 * else changes, and a text that needs none of it comes back as it is.
 */
export function tidy(text: string): string {
  const plain = withoutInvisible(withPlainLineEnds(text), []).normalize('NFC');
  return plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`;
}

/** True when there is nothing to repair. */
export function isTidy(text: string): boolean {
  return tidy(text) === text;
}
