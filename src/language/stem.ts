import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { fold } from './fold.ts';
import type { Language } from './language.ts';

const caches: Readonly<Record<Language, Map<string, string>>> = { es: new Map(), en: new Map() };
const CACHE_LIMIT = 200_000;

/**
 * The stem of a folded word by Snowball's algorithms (https://snowballstem.org). Spanish Snowball expects
 * the accent of «-ción», which folding took away, so it is put back first: without it «participación» and
 * «participar» part ways. Numbers and `#n` forms are their own stems.
 */
export function stem(form: string, language: Language): string {
  const cache = caches[language];
  const known = cache.get(form);
  if (known !== undefined) return known;
  const stemmed = compute(form, language);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(form, stemmed);
  return stemmed;
}

function compute(form: string, language: Language): string {
  if (form.length < 3 || /[#\d]/.test(form)) return form;
  if (language === 'en') return english(form);
  return fold(spanish(form.replace(/([cs])ion$/, '$1ión')));
}
