/** Longest label of a button, in characters. */
const LABEL_LIMIT = 60;

/** A label that fits a button, cut at a word end. */
export function shortLabel(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= LABEL_LIMIT) return text;
  const cut = letters.slice(0, LABEL_LIMIT - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > LABEL_LIMIT / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.(]+$/, '')}…`;
}
