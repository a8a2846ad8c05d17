import { columnsOf } from './screen-text.ts';

/** A run of text in one style. */
export interface Span {
  readonly text: string;
  readonly bold: boolean;
}

/**
 * Fills lines of at most `width` columns with the words of `spans`. A line end inside a span stays one. A
 * word is never cut, so that an address can be copied: one that is wider than a line stands alone in its own.
 */
export function wrap(spans: readonly Span[], width: number): Span[][] {
  const lines: Span[][] = [];
  for (const paragraph of splitLines(spans)) {
    let line: Span[] = [];
    let used = 0;
    for (const word of words(paragraph)) {
      const columns = columnsOf(word.map((span) => span.text).join(''));
      if (used > 0 && used + 1 + columns > width) {
        lines.push(line);
        line = [];
        used = 0;
      }
      const isBoldGap = line.at(-1)?.bold === true && word[0]?.bold === true;
      if (used > 0) append(line, { text: ' ', bold: isBoldGap });
      for (const span of word) append(line, span);
      used += columns + (used > 0 ? 1 : 0);
    }
    lines.push(line);
  }
  return lines;
}

/** Adds a span to a line, as part of the last one if both look the same. */
function append(line: Span[], span: Span): void {
  const last = line.at(-1);
  if (last?.bold === span.bold) line[line.length - 1] = { text: last.text + span.text, bold: last.bold };
  else line.push(span);
}

function splitLines(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]];
  for (const { text, bold } of spans) {
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ text: piece, bold });
    }
  }
  return lines;
}

/** The words of a line; one whose style changes in its middle has more than one span. */
function words(spans: readonly Span[]): Span[][] {
  const found: Span[][] = [];
  let open = false;
  for (const { text, bold } of spans) {
    for (const piece of text.split(/(\s+)/u)) {
      if (piece === '') continue;
      const isSpace = /^\s/u.test(piece);
      if (!isSpace && open) found.at(-1)?.push({ text: piece, bold });
      else if (!isSpace) found.push([{ text: piece, bold }]);
      open = !isSpace;
    }
  }
  return found;
}
