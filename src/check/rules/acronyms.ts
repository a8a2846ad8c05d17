import { checkTexts } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';
import { lineOf, type Page } from '../page.ts';

const ACRONYM =
  /(?<![\p{L}\p{N}_/.@-])(?:\p{Lu}{2,}[\p{Ll}]?\p{Lu}*|\p{Lu}\p{Ll}?\p{Lu}{2,})(?![\p{L}\p{N}_/@]|\.\p{L})/gu;
/** Roman numerals, and what everybody reads without help. */
const KNOWN = /^(?:[IVXLC]+|ONU|PDF|EE|UU|COVID|ID|OK|TV|PC|CD|SMS|URL|NIT|FAQ|WEB|USB|HTML|XX)$/;
/** Words before and after an acronym that explain it: «(MRI)», «MRI, el mecanismo…», «MRI es el…». */
const BEFORE =
  /(?:\(|\bo|\bsiglas?(?: en inglés)?(?: es| son)?:?|\bllamad[oa]s?|\bconocid[oa]s? como|\bor|\bcalled) ?[«"]?$/u;
const AFTER =
  /^[»"]?(?:\)| \(|, (?:el|la|los|las|un|una|the|sigla|que significa|por sus siglas)\b|: | (?:es|son|significa|quiere decir|means|is|stands for)\b)/u;

/** «AGA Colombia»: an acronym inside a name is not what the name says. */
const NAME_GOES_ON = /^ \p{Lu}\p{Ll}/u;

/** Acronyms that a file uses and never spells out; one finding each, where it stands first. */
export const acronyms: Rule = ({ pages }) =>
  pages.flatMap((page) => (page.document === undefined ? [] : undefinedIn(page)));

function undefinedIn(page: Page): Finding[] {
  const firstLine = new Map<string, number>();
  const defined = new Set<string>();
  for (const { text, kind, line, endLine } of page.blocks) {
    if (kind === 'code' || isShouted(text)) continue;
    for (const match of text.matchAll(ACRONYM)) {
      const [acronym] = match;
      const after = text.slice(match.index + acronym.length);
      if (KNOWN.test(acronym) || NAME_GOES_ON.test(after)) continue;
      if (!firstLine.has(acronym)) firstLine.set(acronym, lineOf(page, acronym, line, endLine));
      const before = text.slice(Math.max(0, match.index - 40), match.index);
      if (BEFORE.test(before) || AFTER.test(after)) defined.add(acronym);
    }
  }
  return [...firstLine]
    .filter(([acronym]) => !defined.has(acronym))
    .map(([text, line]) =>
      finding('acronym', 'hint', { path: page.path, line, text }, checkTexts.acronym(text)),
    );
}

function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\s/.test(text);
}
