import { detectLanguage, expandChat, type Language, visible, words } from '../language/index.ts';
import { type IncomingMessage, languageOfTag } from '../messaging/index.ts';

/** UTF-16 units that are enough to tell a language. */
const ENOUGH = 1_000;

/** What a person wrote in a message; empty for a button. */
export function writtenIn({ input }: Pick<IncomingMessage, 'input'>): string {
  if (input.kind === 'text') return input.text;
  return input.kind === 'command' ? input.args : '';
}

/** The language of the words, else the one that the platform tells, else Spanish. */
export function languageOf(message: Pick<IncomingMessage, 'input' | 'author'>): Language {
  const forms = expandChat(words(visible(writtenIn(message).slice(0, ENOUGH)))).map(({ form }) => form);
  return detectLanguage(forms) ?? languageOfTag(message.author.language);
}
