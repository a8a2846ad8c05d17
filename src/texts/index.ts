import type { Language } from '../language/language.ts';
import { en } from './en.ts';
import { es, type Texts } from './es.ts';

export type { Texts } from './es.ts';

/** The strings that adapters show by themselves, apart from the assistant's replies. */
export type AdapterTexts = Texts['adapters'];

/** The catalogue of one language. */
export function textsFor(language: Language): Texts {
  return language === 'en' ? en : es;
}
