import type { Document, Passage, Section, Unit } from './document.ts';

/** Words that a passage aims at. */
const TARGET = 130;
/** Words up to which a section, or a list with the sentence that leads to it, stays whole. */
const LONGEST_SECTION = 160;
const LONGEST_LIST = 200;

/** The passages of a document in reading order. Every unit is in exactly one; none mixes sections. */
export function toPassages(document: Document): Passage[] {
  return document.sections.flatMap((section) =>
    runs(section).map((units, index) => ({
      id: `${document.path}#${section.anchor}${index === 0 ? '' : `~${index + 1}`}`,
      document,
      section,
      units,
    })),
  );
}

function runs(section: Section): (readonly Unit[])[] {
  if (section.units.length === 0) return [];
  if (wordCount(section.units) <= LONGEST_SECTION) return [section.units];
  const found: Unit[][] = [];
  let current: Unit[] = [];
  for (const piece of pieces(section.units)) {
    if (current.length > 0 && wordCount(current) + wordCount(piece) > TARGET) {
      found.push(current);
      current = [];
    }
    current.push(...piece);
  }
  found.push(current);
  return found;
}

/** Words up to which a paragraph without a full stop is a title in bold, which names what follows. */
const LONGEST_LINE = 15;

/** What is not cut: a list or table that fits with its lead sentence, a paragraph that fits, else one unit. */
function pieces(units: readonly Unit[]): Unit[][] {
  const found: Unit[][] = [];
  for (const block of blocksOf(units)) {
    const lead = found.at(-1)?.at(-1);
    const isLed = block[0]?.kind !== 'sentence' && lead?.kind === 'sentence' && lead.text.endsWith(':');
    const whole = isLed && lead !== undefined ? [lead, ...block] : block;
    const isWhole = wordCount(whole) <= (block[0]?.kind === 'sentence' ? TARGET : LONGEST_LIST);
    if (isLed) found.at(-1)?.pop();
    const [first, ...others] = whole;
    if (isWhole) found.push(whole);
    else if (isLed && first !== undefined && others[0] !== undefined)
      found.push([first, others[0]], ...others.slice(1).map((unit) => [unit]));
    else found.push(...whole.map((unit) => [unit]));
  }
  return found.filter((piece) => piece.length > 0).reduce<Unit[][]>(joined, []);
}

/** Titles in bold stay with what they name. */
function joined(pieces: Unit[][], piece: Unit[]): Unit[][] {
  const before = pieces.at(-1);
  const last = before?.at(-1);
  const isTitle =
    last?.kind === 'sentence' &&
    last.block !== before?.at(-2)?.block &&
    last.block !== piece[0]?.block &&
    !/[.:;!?…]\W*$/u.test(last.text) &&
    last.text.split(/\s+/).length <= LONGEST_LINE;
  if (isTitle && before !== undefined) before.push(...piece);
  else pieces.push(piece);
  return pieces;
}

function blocksOf(units: readonly Unit[]): Unit[][] {
  const blocks = new Map<number, Unit[]>();
  for (const unit of units) {
    const block = blocks.get(unit.block);
    if (block === undefined) blocks.set(unit.block, [unit]);
    else block.push(unit);
  }
  return [...blocks.values()];
}

function wordCount(units: readonly Unit[]): number {
  return units.reduce((total, unit) => total + unit.text.split(/\s+/).length, 0);
}
