import type { Language } from './language.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { words } from './words.ts';

/** A way to say the same thing: the stems of its content words, in order. */
export interface Synonym {
  readonly stems: readonly string[];
}

/** What a run of words of a question can also be called. `length` is how many content words it spans. */
export interface SynonymMatch {
  readonly length: number;
  readonly synonyms: readonly Synonym[];
}

export interface Thesaurus {
  /** The longest entry that starts at `index` of the stems, with the other members of its groups. */
  lookup(stems: readonly string[], index: number): SynonymMatch | undefined;
}

interface Entry {
  readonly stems: readonly string[];
  readonly synonyms: readonly Synonym[];
}

const LANGUAGES: readonly Language[] = ['es', 'en'];

/**
 * A thesaurus over groups of words or phrases that mean the same. Each member is entered under its Spanish
 * and its English stems, since a group may hold both languages.
 */
export function createThesaurus(groups: readonly (readonly string[])[]): Thesaurus {
  const synonymsOf = new Map<string, Synonym[]>();
  for (const group of groups) {
    const members = group.map((member) => LANGUAGES.map((language) => stemsOf(member, language)));
    members.forEach((variants, index) => {
      const others = distinct(members.flatMap((other, at) => (at === index ? [] : other)));
      for (const { stems } of distinct(variants)) {
        const key = stems.join(' ');
        synonymsOf.set(key, distinct([...(synonymsOf.get(key) ?? []), ...others]));
      }
    });
  }
  const entries = new Map<string, Entry[]>();
  for (const [key, synonyms] of synonymsOf) {
    const stems = key.split(' ');
    const [first = ''] = stems;
    if (first !== '') entries.set(first, [...(entries.get(first) ?? []), { stems, synonyms }]);
  }
  for (const list of entries.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return {
    lookup(stems, index) {
      const longest = entries
        .get(stems[index] ?? '')
        ?.find((entry) => entry.stems.every((part, step) => part === stems[index + step]));
      return longest === undefined ? undefined : { length: longest.stems.length, synonyms: longest.synonyms };
    },
  };
}

function stemsOf(text: string, language: Language): Synonym {
  const all = words(text);
  const content = all.filter((word) => !isStopWord(word.form, language));
  return { stems: (content.length > 0 ? content : all).map((word) => stem(word.form, language)) };
}

function distinct(synonyms: readonly Synonym[]): Synonym[] {
  return [...new Map(synonyms.map((synonym) => [synonym.stems.join(' '), synonym])).values()];
}
