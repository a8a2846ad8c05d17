import { detectLanguage, expandChat, isStopWord, stem, words } from '../language/index.ts';

/** What a question asks, whatever its wording: the stems of its content words, sorted. */
export function questionKey(question: string): string {
  return [...stemsOf(question)].sort().join(' ');
}

/** Share of their stems that two questions must have in common to be one (Jaccard's index). */
const ALIKE = 0.7;

/** The key among `keys` of the question most like this one, when one is like enough; else its own. */
export function likestKey(question: string, keys: readonly string[]): string {
  const own = stemsOf(question);
  let best = { key: questionKey(question), likeness: ALIKE };
  for (const key of keys) {
    const other = new Set(key.split(' '));
    const shared = [...own].filter((each) => other.has(each)).length;
    const likeness = shared / (own.size + other.size - shared);
    if (likeness > best.likeness) best = { key, likeness };
  }
  return best.key;
}

/** The stems of what a question is about, as they sound; of one that is all function words, those. */
export function stemsOf(question: string): ReadonlySet<string> {
  const forms = expandChat(words(question)).map(({ form }) => form);
  const language = detectLanguage(forms) ?? 'es';
  const content = forms.filter((form) => !isStopWord(form, language));
  return new Set((content.length > 0 ? content : forms).map((form) => sound(stem(form, language))));
}

/** How a word sounds in Colombia, where v is said as b, z and soft c as s, ll as y, and h is silent. */
function sound(word: string): string {
  return word
    .replace(/v/g, 'b')
    .replace(/z|c(?=[ei])/g, 's')
    .replace(/ll/g, 'y')
    .replace(/qu(?=[ei])|q/g, 'k')
    .replace(/c(?!h)/g, 'k')
    .replace(/(?<!c)h/g, '');
}
