import { visible } from '../language/index.ts';

const SPACES = /[\v\f\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g;
const CONTROLS = /(?![\t\n])\p{Cc}/gu;

/** Text as a person sees it: no invisible characters, composed (NFC), plain spaces, `\n` at line ends. */
export function cleanText(text: string): string {
  return visible(text.replace(/\r\n?/g, '\n').replace(SPACES, ' ')).replace(CONTROLS, '');
}

/** The same, on one line and without spaces at the ends. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}
