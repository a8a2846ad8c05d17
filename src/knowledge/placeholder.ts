import { fold } from '../language/index.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,255}/gi;
const CROSSES = /(?<![\p{L}\p{N}_])(?:\d{0,2}x{2,})(?![\p{L}\p{N}_])/giu;
const NOTE = /(?<![\p{L}\p{N}_])(?:TODO|FIXME)(?![\p{L}\p{N}_])/gu;
const UNDECIDED =
  /(?<![\p{L}\p{N}_])(?:TBD|TBC)(?![\p{L}\p{N}_])|por definir(?!\p{L})|to be defined(?!\p{L})/giu;
const BRACKETED =
  /[[<{]\s*(?:por\s+)?(?:completar|complete|pendiente|insertar|insert|rellenar|agregar|añadir|falta|definir|confirmar|cifra|n[uú]mero|fecha|nombre|enlace)(?!\p{L})[^\]>}\d]{0,60}[\]>}]/giu;
const FILLER = /lorem\s+ipsum/i;
/** What stands before a Roman twenty: «siglo XX», «siglos XIX y XX». Only capitals are listed with commas. */
const NUMBERED =
  '(?<!\\p{L})(?:siglos?|capitulos?|titulos?|tomos?|articulos?|partes?|anexos?|seccion|secciones|numeral|century|chapters?|volumen|volume|cromosomas?|acto|edicion)\\s+(?:numero\\s+)?';
const BEFORE_CAPITALS = new RegExp(
  `${NUMBERED}(?:[ivxl]+(?:\\s*[,–-]\\s*|\\s+(?:y|e|o|al|a|and)\\s+))*$`,
  'u',
);
const BEFORE_SMALL = new RegExp(`${NUMBERED}(?:[ivxl]+\\s+(?:y|e|o|al|a|and)\\s+)*$`, 'u');

/** True when a text holds something that was never filled in: «xx» for a figure, TODO, lorem ipsum, «por definir». */
export function hasPlaceholder(text: string): boolean {
  return placeholderSpans(text).length > 0;
}

/** The words of the first placeholder in a text, as they are written. */
export function placeholderIn(text: string): string | undefined {
  const first = placeholderSpans(text)[0];
  return first && text.slice(first.start, first.end);
}

/** Fewest words that a text keeps a meaning with when a part of it is cut. */
const FEWEST_WORDS = 5;
const CLAUSE_END = /[,;:]\s+|\s+(?=y\s)/g;

/**
 * The longest run of whole clauses without a placeholder, word for word, with «…» where it was cut; the text
 * itself when there is nothing to cut. Clauses end at «,», «;», «:» or before « y ». `undefined` when fewer
 * than five words are left.
 */
export function withoutPlaceholder(text: string): string | undefined {
  const spans = placeholderSpans(text);
  if (spans.length === 0) return text;
  let best: Span = { start: 0, end: 0 };
  let run: Span | undefined;
  for (const clause of clauses(text)) {
    const isWhole = spans.every((span) => span.end <= clause.start || clause.end <= span.start);
    run = isWhole ? { start: run?.start ?? clause.start, end: clause.end } : undefined;
    if (run !== undefined && wordCount(text, run) > wordCount(text, best)) best = run;
  }
  if (wordCount(text, best) < FEWEST_WORDS) return undefined;
  const words = text.slice(best.start, best.end).trim();
  const isCutAfter = text.slice(best.end).trim() !== '';
  return `${best.start > 0 ? '… ' : ''}${isCutAfter ? `${words.replace(/[\s,;:]+$/, '')}…` : words}`;
}

function clauses(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(CLAUSE_END)) {
    found.push({ start, end: match.index + match[0].length });
    start = match.index + match[0].length;
  }
  return [...found, { start, end: text.length }];
}

function wordCount(text: string, span: Span): number {
  return text.slice(span.start, span.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function placeholderSpans(text: string): Span[] {
  if (FILLER.test(text)) return [{ start: 0, end: text.length }];
  const plain = text.replace(ADDRESS, (address) => ' '.repeat(address.length));
  const spans = [...plain.matchAll(BRACKETED), ...plain.matchAll(UNDECIDED)]
    .filter((match) => !/^tb[dc]$/i.test(match[0]) || match[0] === match[0].toUpperCase())
    .map(spanOf);
  for (const match of plain.matchAll(CROSSES)) if (!isRoman(plain, match)) spans.push(spanOf(match));
  for (const match of plain.matchAll(NOTE))
    if (match[0] !== 'TODO' || !isShouted(plain, match.index))
      spans.push({ start: match.index, end: text.length });
  return spans.sort((a, b) => a.start - b.start);
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

/** «siglo XX», «siglos XIX y XX», «el XX Congreso»: a Roman numeral, not a figure left open. */
function isRoman(text: string, match: RegExpExecArray): boolean {
  if (!/^xx{1,2}$/i.test(match[0])) return false;
  const isCapital = match[0] === match[0].toUpperCase();
  const before = text.slice(Math.max(0, match.index - 80), match.index);
  if (isCapital ? BEFORE_CAPITALS.test(fold(before)) : isSmallNumeral(before)) return true;
  return isCapital && /^\s\p{Lu}\p{Ll}/u.test(text.slice(match.index + match[0].length, match.index + 10));
}

/** «siglos xix y xx», but not «siglo XX y xx»: whoever writes Roman numerals in capitals writes all of them so. */
function isSmallNumeral(before: string): boolean {
  return BEFORE_SMALL.test(fold(before)) && !/[IVXL]\s+\p{L}+\s+$/u.test(before);
}

/** True when TODO is the Spanish word in a sentence written in capitals. */
function isShouted(text: string, index: number): boolean {
  const rest = text.slice(index + 'TODO'.length);
  const others = text.slice(0, index) + rest;
  return /\p{Lu}/u.test(others) && !/\p{Ll}/u.test(others) && !/^\s*:/.test(rest);
}
