import { fold } from '../language/index.ts';

/** Longest name of a file, in characters, without its ending. */
const LONGEST_NAME = 70;

/** The name of a file for a title: small letters without accents, digits and `-`; empty when it has neither. */
export function slugOf(title: string): string {
  const plain = fold(title)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (plain.length <= LONGEST_NAME) return plain;
  const cut = plain.slice(0, LONGEST_NAME + 1);
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : LONGEST_NAME);
}
