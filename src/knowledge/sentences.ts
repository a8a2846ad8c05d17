import { fold, isStopWord } from '../language/index.ts';

/** Folded abbreviations that always have something after them. */
const ABBREVIATIONS = new Set(
  `sr sra srta sres sras dr dra drs dres lic licda ing arq prof profa gral cnel cap mons pbro hno hna sto sta
  art arts pag pags pp vol vols fig figs lit par num nums nro nros tel ej cf cfr vid vs av avda cra cll clle
  cl dpto depto aprox max min ed eds op cit ie eg mr mrs ms st gov sen rep fr mg msc phd exp rad ref`.split(
    /\s+/,
  ),
);
/** Folded abbreviations of «number», which are words too: only a digit after them makes them short. */
const BEFORE_DIGIT = new Set(['no', 'n', 'p', 'nos']);
/** Words after which a single letter is a name («plan B. Luego…»), not somebody's initial. */
const LETTERED =
  /^(?:plan|anexo|grupo|tipo|literal|punto|fase|etapa|titulo|capitulo|tomo|siglo|parte|nivel)$/;
const BOUNDARY = /[.!?…]+["'»”’)\]]*(?=\s)/g;
const OPENERS: Readonly<Record<string, string>> = { '(': ')', '«': '»', '“': '”', '[': ']' };
/** A longer parenthesis or quotation is split as any other text. */
const LONGEST_ENCLOSED = 400;
/** Characters around a full stop that decide whether it ends a sentence. */
const LONGEST_CONTEXT = 60;

/**
 * The sentences of a paragraph on one line, in order. Joined with one space they are the paragraph: nothing
 * is lost. Abbreviations, initials, numbers, addresses, parentheses and quotations are not cut.
 */
export function splitSentences(paragraph: string): string[] {
  const text = paragraph.replace(/\s+/g, ' ').trim();
  const enclosed = enclosedSpans(text);
  const sentences: string[] = [];
  let start = 0;
  let next = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    while ((enclosed[next]?.end ?? Infinity) <= end) next++;
    if ((enclosed[next]?.start ?? Infinity) < match.index) continue;
    const before = text.slice(Math.max(start, match.index - LONGEST_CONTEXT), match.index);
    if (!endsSentence(before, match[0], text.slice(end + 1, end + LONGEST_CONTEXT))) continue;
    sentences.push(text.slice(start, end));
    start = end + 1;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}

function endsSentence(before: string, mark: string, after: string): boolean {
  if (/^["'»”’]?[\p{Ll},;:)\]]/u.test(after)) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const words = before.split(' ');
  const last = (words.at(-1) ?? '').replace(/^[^\p{L}\p{N}]+/u, '');
  const word = fold(last);
  const next = fold(/^[^\p{L}\p{N}]*([\p{L}\p{N}]*)/u.exec(after)?.[1] ?? '');
  const startsAnew = /^[¿¡«“"(—–-]/.test(after) || isStopWord(next, 'es') || isStopWord(next, 'en');
  if (words.length === 1 && /^\d{1,3}$/.test(last)) return false;
  if (BEFORE_DIGIT.has(word)) return !/^\d/.test(after);
  if (ABBREVIATIONS.has(word) && mark === '.') return false;
  if (/^\p{L}$/u.test(last)) return endsAtLetter(last, fold(words.at(-2) ?? ''), startsAnew);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(last)) return startsAnew;
  if (word === 'ee') return false;
  if (word === 'uu') return startsAnew;
  return true;
}

/** A capital is an initial unless its word says otherwise; a small letter ends «a. m.» and the like. */
function endsAtLetter(letter: string, previous: string, startsAnew: boolean): boolean {
  const capital = letter !== letter.toLowerCase();
  return capital ? LETTERED.test(previous) : /^\p{L}\.$/u.test(previous) && startsAnew;
}

/** Parentheses and quotations that are closed, outermost ones only, none longer than the limit. */
function enclosedSpans(text: string): { readonly start: number; readonly end: number }[] {
  const spans: { readonly start: number; readonly end: number }[] = [];
  for (let index = 0; index < text.length; index++) {
    const closer = OPENERS[text[index] ?? ''];
    if (closer === undefined) continue;
    const end = closingAt(text, index, closer);
    if (end === -1) continue;
    spans.push({ start: index, end: end + 1 });
    index = end;
  }
  return spans;
}

function closingAt(text: string, start: number, closer: string): number {
  const opener = text[start];
  const limit = Math.min(text.length, start + LONGEST_ENCLOSED);
  let depth = 0;
  for (let index = start; index < limit; index++) {
    if (text[index] === opener) depth++;
    else if (text[index] === closer && --depth === 0) return index;
  }
  return -1;
}
