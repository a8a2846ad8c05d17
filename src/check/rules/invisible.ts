import { checkTexts } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';
import { invisibleIn, isTidy, withPlainLineEnds } from '../tidy.ts';

/** Characters that nobody sees, accents stored apart, line ends of another system: all that `--fix` repairs. */
export const invisibleCharacters: Rule = ({ raw }) =>
  [...raw].flatMap(([path, text]) => (isTidy(text) ? [] : inText(path, text)));

function inText(path: string, text: string): Finding[] {
  const lines = withPlainLineEnds(text).split('\n');
  const found = lines.flatMap((each, index): Finding[] => {
    const characters = invisibleIn(each);
    const codes = [...new Set(characters.map(codeOf))].join(', ');
    const place = { path, line: index + 1, text: codes };
    if (characters.length > 0)
      return [finding('invisible', 'warning', place, checkTexts.invisible(characters.length, codes))];
    if (each === each.normalize('NFC')) return [];
    return [finding('not-composed', 'warning', { ...place, text: 'NFD' }, checkTexts.notComposed())];
  });
  const firstReturn = text.indexOf('\r');
  if (firstReturn !== -1) {
    const line = withPlainLineEnds(text.slice(0, firstReturn)).split('\n').length;
    const code = text[firstReturn + 1] === '\n' ? 'CRLF' : 'CR';
    found.push(finding('line-ends', 'warning', { path, line, text: code }, checkTexts.lineEnds()));
  }
  if (!/[\r\n]$/.test(text)) {
    const place = { path, line: lines.length, text: lines.at(-1)?.slice(-20) ?? '' };
    found.push(finding('final-newline', 'warning', place, checkTexts.noFinalNewline()));
  }
  return found;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
