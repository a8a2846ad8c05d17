import { fold } from './fold.ts';
import { cardinalValue, ordinalValue, romanValue } from './numerals.ts';

/** A word of a text: `raw` as written, `form` as compared, `start` and `end` in UTF-16 units of the text. */
export interface Word {
  readonly raw: string;
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /\p{N}{1,3}(?:[.\u00A0]\p{N}{3})+(?!\p{N})|[\p{L}\p{M}\p{N}]+/gu;
/** Roman numerals that are also a word or a size in lower case («yo vi», «talla XL»). */
const AMBIGUOUS_ROMAN = /^(vi|li|xl)$/;
const PLAN = /^plan(es|s)?$/;
/** Greatest number that is taken for a plan's: «el plan 26 compromisos» counts, it names no plan. */
const LAST_PLAN = 12;
/** «vi el plan» is a verb: a numeral that is also a word stands next to «plan» or to «y». */
const ARTICLES = new Set(['el', 'del', 'the']);
/** Words that may stand between «plan» and its number: «plan de acción nacional III». */
const LIST_WORDS = new Set(['y', 'e', 'o', 'and', 'or', 'el', 'del', 'the']);
const PLAN_BRIDGE = new Set([
  'de',
  'accion',
  'nacional',
  'action',
  'national',
  'numero',
  'n',
  'no',
  'nº',
  'the',
  'el',
]);

/**
 * The words of a text, in order. Thousands lose their dots (1.712 → 1712); cardinals become digits (nueve →
 * 9); ordinals and Roman numerals take one form (`#3` for III, tercer, 3er, and for the 3 of «plan 3»).
 * A single Roman letter counts as a numeral only next to «plan», or as a capital after an article (el V).
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    found.push({ raw, form: fold(raw), start: match.index, end: match.index + raw.length });
  }
  return found.map((word, index) => {
    const form = numeralForm(word.form, word.raw, found, index);
    return form === word.form ? word : { ...word, form };
  });
}

function numeralForm(form: string, raw: string, all: readonly Word[], index: number): string {
  const ordinal = ordinalValue(form);
  if (ordinal !== undefined) return `#${ordinal}`;
  if (/^\p{N}/u.test(form)) {
    const numbersPlan =
      Number(form) <= LAST_PLAN && (followsPlan(all, index) || all[index + 1]?.form === 'plan');
    return numbersPlan ? `#${Number(form)}` : form.replace(/[.\u00A0]/g, '');
  }
  const cardinal = cardinalValue(form);
  if (cardinal !== undefined)
    return cardinal <= LAST_PLAN && followsPlan(all, index) ? `#${cardinal}` : String(cardinal);
  const roman = romanValue(form);
  if (roman === undefined) return form;
  const isCapital = raw === raw.toUpperCase();
  const certain =
    form.length > 1
      ? !AMBIGUOUS_ROMAN.test(form) || isCapital
      : isCapital && ARTICLES.has(all[index - 1]?.form ?? '');
  if (certain || followsPlan(all, index)) return `#${roman}`;
  const isWord = raw === 'x' || ARTICLES.has(all[index + 1]?.form ?? '');
  return !isWord && precedesPlan(all, index) ? `#${roman}` : form;
}

/** «plan 3», «plan de acción V», «planes III y IV». */
function followsPlan(all: readonly Word[], index: number): boolean {
  for (let back = index - 1; back >= 0 && back >= index - 5; back--) {
    const form = all[back]?.form ?? '';
    if (PLAN.test(form)) return true;
    if (!PLAN_BRIDGE.has(form) && !isListed(form)) return false;
  }
  return false;
}

/** «III Plan», «II, III y IV Plan». */
function precedesPlan(all: readonly Word[], index: number): boolean {
  for (let ahead = index + 1; ahead <= index + 5; ahead++) {
    const form = all[ahead]?.form ?? '';
    if (PLAN.test(form)) return true;
    if (!isListed(form) && form !== 'action' && form !== 'national') return false;
  }
  return false;
}

function isListed(form: string): boolean {
  return (
    LIST_WORDS.has(form) ||
    ordinalValue(form) !== undefined ||
    romanValue(form) !== undefined ||
    form.startsWith('#')
  );
}

/** The numbers of the plans that a text names («el III y el cuarto plan» names 3 and 4), smallest first. */
export function planNumbers(text: string): number[] {
  return planNumbersIn(words(text));
}

/** The same, for a text already cut into words. */
export function planNumbersIn(all: readonly Word[]): number[] {
  const numbers = new Set<number>();
  all.forEach((word, index) => {
    if (word.form.startsWith('#') && (precedesPlan(all, index) || followsPlan(all, index)))
      numbers.add(Number(word.form.slice(1)));
  });
  return [...numbers].sort((a, b) => a - b);
}
