import type { Language } from './language.ts';
import { functionWordCounts } from './stop-words.ts';

/** Words that decide alone, because a greeting or a two-word question has no function words. */
const ENGLISH_CUES = new Set([
  'hi',
  'hello',
  'thanks',
  'thank',
  'bye',
  'please',
  'help',
  'challenges',
  'commitments',
  'plans',
  'privacy',
  'hey',
  'goodbye',
  'news',
  'posts',
  'english',
  'good',
  'morning',
  'afternoon',
  'evening',
  'source',
  'sources',
]);
const SPANISH_CUES = new Set([
  'hola',
  'gracias',
  'chao',
  'ayuda',
  'desafios',
  'compromisos',
  'planes',
  'privacidad',
  'buenas',
  'adios',
  'q',
  'k',
  'xq',
  'pa',
  'mas',
  'noticias',
]);

/** How sure: `undefined` means that the text shows neither language (a name, a number, emoji). */
export function detectLanguage(forms: readonly string[]): Language | undefined {
  const counts = functionWordCounts(forms);
  let english = counts.en;
  let spanish = counts.es;
  for (const form of forms) {
    if (ENGLISH_CUES.has(form)) english++;
    if (SPANISH_CUES.has(form) || /(?:cion|ciones|ñ.*|mente)$/.test(form)) spanish++;
  }
  if (english === spanish) return undefined;
  return english > spanish ? 'en' : 'es';
}
