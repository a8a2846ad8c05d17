const TELLS =
  /\bno (?:se )?(?:sabe|conoce|consta|halló|encontró|tiene ese dato|está[n]? verificad)|\bse desconoce|\bno hay (?:ningún|documento)|\b(?:is|are) (?:un|not )known|\bcould not be verified|\bno document of\b/iu;

/** True for a sentence that says that something is not known: it answers by telling so. */
export function tellsUnknown(text: string): boolean {
  return TELLS.test(text);
}
