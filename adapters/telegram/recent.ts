/**
 * A memory of the last `capacity` numbers. The function returned says whether it was called with this number
 * before, and remembers it; the oldest is forgotten first.
 */
export function rememberRecent(capacity: number): (value: number) => boolean {
  const seen = new Set<number>();
  return (value) => {
    if (seen.has(value)) return true;
    seen.add(value);
    for (const oldest of seen) {
      if (seen.size <= capacity) break;
      seen.delete(oldest);
    }
    return false;
  };
}
