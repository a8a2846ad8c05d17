import type { Language } from './language.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { type Word, words } from './words.ts';

/** A content word as it is indexed: its folded form and its stem. */
export interface Term {
  readonly form: string;
  readonly stem: string;
}

/** The content words of a text, in order; stop words are left out. */
export function termsOf(text: string, language: Language): Term[] {
  const terms: Term[] = [];
  for (const word of words(text)) if (!isStopWord(word.form, language)) terms.push(termOf(word, language));
  return terms;
}

/** One word as a term. */
export function termOf(word: Word, language: Language): Term {
  return { form: word.form, stem: stem(word.form, language) };
}
