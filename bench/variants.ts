import { fold, words } from '../src/language/index.ts';
import { below, createRandom, pick, type Random } from './random.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const SHORTEST = 5;
const WORDS_WITH_TYPO = 2;

/** The question as typed in a hurry: lower case, no diacritics, no opening or closing question mark. */
export function unaccented(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|[¿?]/gu, '')
    .trim();
}

/** One edit in each of two words of five letters or more (in all of them, when there are fewer). */
export function withTypos(text: string, seed: number): string {
  const random = createRandom(seed);
  const long = words(text.normalize('NFC')).filter(
    ({ raw }) => /^\p{L}+$/u.test(raw) && raw.length >= SHORTEST,
  );
  const chosen = shuffled(long, random).slice(0, WORDS_WITH_TYPO);
  return chosen
    .sort((a, b) => b.start - a.start)
    .reduce((typed, word) => {
      return typed.slice(0, word.start) + edited(word.raw, random) + typed.slice(word.end);
    }, text.normalize('NFC'));
}

/** A letter lost, doubled up with another, changed, or swapped with its neighbour. */
function edited(word: string, random: Random): string {
  const letters = [...word];
  const at = below(random, letters.length);
  const kind = below(random, 4);
  const other = pick(
    random,
    LETTERS.filter((letter) => letter !== fold(letters[at] ?? '')),
  );
  if (kind === 0) letters.splice(at, 1);
  else if (kind === 1) letters.splice(at, 0, other);
  else if (kind === 2) letters[at] = other;
  else swap(letters, random);
  return letters.join('');
}

function swap(letters: string[], random: Random): void {
  const different = letters.flatMap((letter, index) =>
    index + 1 < letters.length && letter !== letters[index + 1] ? [index] : [],
  );
  if (different.length === 0) return;
  const at = pick(random, different);
  letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '');
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = items.map((item) => ({ item, key: random() }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
