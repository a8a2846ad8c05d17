/**
 * A memory of the last `capacity` keys. The function returned says whether it was called with this key before,
 * and remembers it; the oldest is forgotten first.
 */
export function rememberRecent(capacity: number): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    if (seen.has(key)) return true;
    seen.add(key);
    for (const oldest of seen) {
      if (seen.size <= capacity) break;
      seen.delete(oldest);
    }
    return false;
  };
}
