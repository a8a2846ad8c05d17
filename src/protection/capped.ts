import { say } from '../messaging/index.ts';
import { protectionTexts } from '../texts/protection.ts';
import type { Check } from './check.ts';
import { languageOf, writtenIn } from './written.ts';

/** Longest message that is read, in characters as a person sees them. */
const MOST_CHARACTERS = 1_000;

/** UTF-16 units that a thousand characters may have; the assistant reads no further. */
const MOST_UNITS = 4_000;

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Refuses a message that is too long, and says how long it was. */
export const capped: Check = (message) => {
  const length = lengthOf(writtenIn(message));
  if (length <= MOST_CHARACTERS) return undefined;
  const language = languageOf(message);
  return {
    reason: 'too-long',
    reply: say(language, [protectionTexts[language].tooLong(length, MOST_CHARACTERS)]),
  };
};

/** Characters as a person sees them (UAX #29); of a text that is far too long, its UTF-16 units. */
function lengthOf(text: string): number {
  if (text.length <= MOST_CHARACTERS || text.length > MOST_UNITS) return text.length;
  return Array.from(characters.segment(text)).length;
}
