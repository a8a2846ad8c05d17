import type { Document } from '../knowledge/document.ts';
import { fold } from '../language/index.ts';

/** «Mecanismo de Revisión Independiente (MRI)»: what stands before the parenthesis, and the acronym in it. */
const LONG_THEN_SHORT = /((?:[\p{L}'-]+ ){2,12})\((\p{Lu}[\p{L}\p{N}-]{1,9})\)/gu;
/** «MRI (Mecanismo de Revisión Independiente)» */
const SHORT_THEN_LONG =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{N}-]{1,9}) \(((?:[\p{L}'-]+ ){1,11}[\p{L}'-]+)\)/gu;

/**
 * Acronyms and what they stand for, as the documents themselves define them; used as synonyms. An acronym is
 * taken when its letters are found in order in the words (Schwartz and Hearst, 2003, simplified: the first
 * letter must start the first word).
 */
export function acronymGroups(documents: readonly Document[]): string[][] {
  const groups = new Map<string, string[]>();
  const add = (short: string, long: string | undefined): void => {
    if (long === undefined) return;
    const key = `${fold(short)}|${fold(long)}`;
    if (!groups.has(key)) groups.set(key, [short, long]);
  };
  for (const document of documents) {
    const headings = document.sections.map((section) => section.heading);
    const texts = document.sections.flatMap((section) => section.units.map((unit) => unit.text));
    for (const text of [document.title, ...headings, ...texts]) {
      for (const [, long = '', short = ''] of text.matchAll(LONG_THEN_SHORT))
        add(short, expansion(short, long.trim()));
      for (const [, short = '', long = ''] of text.matchAll(SHORT_THEN_LONG))
        add(short, expansion(short, long));
    }
  }
  return [...groups.values()];
}

/** The shortest run of last words that spells the acronym by initials, small words skipped. */
function expansion(short: string, long: string): string | undefined {
  const letters = [...fold(short)].filter((letter) => /[a-zñ]/.test(letter));
  const all = long.split(' ');
  for (let start = all.length - 2; start >= 0; start--) {
    const run = all.slice(start);
    if (fold(run[0]?.[0] ?? '') !== letters[0]) continue;
    const initials = run.map((word) => fold(word[0] ?? ''));
    let at = 0;
    for (const initial of initials) if (initial === letters[at]) at++;
    if (at >= letters.length && run.length <= letters.length * 2 + 1) return run.join(' ');
  }
  return undefined;
}
