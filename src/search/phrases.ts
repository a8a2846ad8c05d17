import { isStopWord, type Language, type Word } from '../language/index.ts';

/** Two neighbouring words of a question («lidera el», «el comité»), and how much they count. */
export interface Phrase {
  readonly hash: number;
  readonly weight: number;
}

/**
 * Hashes of every two words in a row of which one is no function word. They are taken as written, which words by
 * themselves are not. Two different phrases share a hash about once in four thousand million.
 */
export function phraseHashes(words: readonly Word[], language: Language): number[] {
  const hashes: number[] = [];
  for (let at = 1; at < words.length; at++) {
    const hash = phraseHash(words[at - 1], words[at], language);
    if (hash !== undefined) hashes.push(hash);
  }
  return hashes;
}

/** The phrases of a question, misspelt words put right as its concepts have them. */
export function phrasesOf(
  question: readonly { readonly word: Word; readonly weight: number }[],
  language: Language,
  concepts: readonly { readonly form: string; readonly corrected?: string }[],
): Phrase[] {
  const corrected = new Map(concepts.map((concept) => [concept.form, concept.corrected ?? concept.form]));
  const read = question.map(({ word, weight }) => ({
    word: { ...word, form: corrected.get(word.form) ?? word.form },
    weight,
  }));
  return read.flatMap(({ word, weight }, at): Phrase[] => {
    const before = read[at - 1];
    const hash = phraseHash(before?.word, word, language);
    return before === undefined || hash === undefined
      ? []
      : [{ hash, weight: Math.min(weight, before.weight) }];
  });
}

/** Share of a question's phrases that stand in a passage, whose hashes are sorted. */
export function shareOfPhrases(phrases: readonly Phrase[], sorted: Int32Array): number {
  let all = 0;
  let held = 0;
  for (const { hash, weight } of phrases) {
    all += weight;
    if (holds(sorted, hash)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

function phraseHash(
  first: Word | undefined,
  second: Word | undefined,
  language: Language,
): number | undefined {
  if (first === undefined || second === undefined) return undefined;
  const isEmpty = isStopWord(first.form, language) && isStopWord(second.form, language);
  return isEmpty ? undefined : hashOf(`${first.form} ${second.form}`);
}

/** FNV-1a (Fowler, Noll and Vo), in 32 bits with a sign. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function holds(sorted: Int32Array, hash: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value === hash) return true;
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
