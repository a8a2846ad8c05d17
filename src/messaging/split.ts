/**
 * Cuts `text` into pieces of at most `limit` code points, at a paragraph, line, sentence or word end where
 * there is one in the second half of a piece, and never inside a character. Nothing is lost but the white
 * space at a cut. `limit` must be at least 1.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = Array.from(text);
  while (rest.length > limit) {
    const cut = cutPoint(rest.slice(0, limit + 1).join(''), limit);
    const head = rest.slice(0, cut).join('').trimEnd();
    if (head !== '') pieces.push(head);
    rest = Array.from(rest.slice(cut).join('').trimStart());
  }
  if (rest.length > 0) pieces.push(rest.join(''));
  return pieces;
}

const BREAKS: readonly RegExp[] = [/\n\n/g, /\n/g, /[.!?…]\s/g, /\s/g];

/** Where to cut a head of `limit` code points plus one more: a count of code points, 1 at least. */
function cutPoint(head: string, limit: number): number {
  for (const pattern of BREAKS) {
    let best = 0;
    for (const match of head.matchAll(pattern)) {
      const end = Array.from(head.slice(0, match.index + match[0].trimEnd().length)).length;
      if (end <= limit) best = end;
    }
    if (best >= limit / 2) return best;
  }
  return limit;
}
