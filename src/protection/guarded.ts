import { visible } from '../language/index.ts';
import { personalDataIn } from '../language/personal-data.ts';
import { say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import { protectionTexts } from '../texts/protection.ts';
import type { Check } from './check.ts';
import { languageOf, writtenIn } from './written.ts';

/**
 * Refuses a message that holds personal data: says of which kind, never the data, and how to ask without it.
 * Someone in danger may have written an address, so the emergency line always comes along.
 */
export const guarded: Check = (message) => {
  const kinds = [...new Set(personalDataIn(usualSpelling(writtenIn(message))).map(({ kind }) => kind))];
  if (kinds.length === 0) return undefined;
  const language = languageOf(message);
  const texts = protectionTexts[language];
  const names = [...new Set(kinds.map((kind) => texts.kinds[kind]))];
  const found = new Intl.ListFormat(language).format(names);
  const lines = [texts.personalData(found), texts.rephrase, textsFor(language).outOfScope.emergency];
  return { reason: 'personal-data', reply: say(language, lines) };
};

/** Pasted numbers come with hidden characters, and with spaces and hyphens of many kinds. */
function usualSpelling(text: string): string {
  return visible(text)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/[\u2010-\u2012]/g, '-');
}
