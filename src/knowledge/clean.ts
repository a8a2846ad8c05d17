import { visible } from '../language/index.ts';

const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u000B\u000C\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;

/** Text as a person sees it: no invisible characters, composed (NFC), plain spaces, `\n` at line ends. */
export function cleanText(text: string): string {
  return visible(text.replace(/\r\n?/g, '\n')).replace(SPACES, ' ').replace(CONTROLS, '');
}

/** The same, on one line and without spaces at the ends. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}
