/** FNV-1a's 32-bit prime; see http://www.isthe.com/chongo/tech/comp/fnv/. */
const PRIME = 0x01000193;

/**
 * A permanent id of a section: fourteen characters of `a-z0-9` from two 32-bit FNV-1a hashes of the file's
 * path without its extension, and the anchor. It fits Telegram's callback data and start parameter.
 */
export function shortId(path: string, anchor: string): string {
  const key = `${path.replace(/\.(md|markdown)$/i, '').replace(/^\/|\/$/g, '')}#${anchor}`;
  return `${hash(key, 0x811c9dc5)}${hash(key, 0x9747b28c)}`;
}

function hash(key: string, basis: number): string {
  let value = basis;
  for (let index = 0; index < key.length; index++) value = Math.imul(value ^ key.charCodeAt(index), PRIME);
  return (value >>> 0).toString(36).padStart(7, '0');
}
