const OPENING = /\{\{([<%])/g;
/** Characters within which a shortcode's quoted arguments are minded; a longer one ends at its first closer. */
const LONGEST = 2000;
const REFERENCE = /^\s*(?:rel)?ref\s+(?:"([^"\s]+)"|`([^`\s]+)`|([^\s"`]+))/;
const COMMENT = /^\s*comment\b/;
const COMMENT_END = /\{\{[<%]\s*\/\s*comment\s*[>%]\}\}/g;

/**
 * The text without Hugo's shortcode tags, with what they enclose kept, the target in the place of `ref` and
 * `relref`, and nothing of a `comment`. Line breaks inside a tag are kept, so lines keep their numbers.
 */
export function withoutShortcodes(source: string): string {
  const exhausted = new Set<string>();
  let result = '';
  let kept = 0;
  for (const match of source.matchAll(OPENING)) {
    const sign = match[1] ?? '';
    if (match.index < kept || exhausted.has(sign)) continue;
    const closer = sign === '<' ? '>}}' : '%}}';
    const from = match.index + match[0].length;
    const end = closerAt(source, from, closer);
    if (end === -1) {
      exhausted.add(sign);
      continue;
    }
    const inside = source.slice(from, end);
    const after = COMMENT.test(inside) ? commentEnd(source, end) : end;
    const target = REFERENCE.exec(inside);
    const instead = target?.[1] ?? target?.[2] ?? target?.[3] ?? '';
    const next = after + closer.length;
    result += source.slice(kept, match.index) + instead + lineBreaks(source.slice(match.index, next));
    kept = next;
  }
  return result + source.slice(kept);
}

/** The line breaks of a text, so that what follows keeps its line. */
export function lineBreaks(text: string): string {
  return text.replace(/[^\n]+/g, '');
}

function closerAt(source: string, from: number, closer: string): number {
  let quote = '';
  const limit = Math.min(source.length, from + LONGEST);
  for (let index = from; index < limit; index++) {
    const char = source[index] ?? '';
    if (quote !== '') {
      if (char === '\\') index++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === '`') quote = char;
    else if (source.startsWith(closer, index)) return index;
  }
  return source.indexOf(closer, from);
}

/** Where the closer of `{{< /comment >}}` stands, or of the opening tag when the comment is never closed. */
function commentEnd(source: string, openingEnd: number): number {
  COMMENT_END.lastIndex = openingEnd;
  const match = COMMENT_END.exec(source);
  return match === null ? openingEnd : match.index + match[0].length - 3;
}
