import { checkTexts } from '../../texts/check.ts';
import { finding, type Rule } from '../finding.ts';

/** Endings of files that people write texts in and that nobody reads here. */
const WRITING = /\.(?:txt|docx?|odt|rtf|mdx|mdown|mkdn?|mdwn|html?|pages|org|rst|adoc)$/i;
/** Names that come close to those of the two files that are read besides Markdown. */
const MISNAMED: readonly (readonly [RegExp, string])[] = [
  [/^t[eé]sauro\.ya?ml$|^sin[oó]nimos\.ya?ml$/i, 'tesauro.yml'],
  [/^evaluaci[oó]n\.ya?ml$/i, 'evaluacion.yml'],
];

/** Files that somebody wrote for the assistant and that it will not read. */
export const unreadFiles: Rule = ({ files }) =>
  [...files].flatMap((path) => {
    const name = path.split('/').at(-1) ?? path;
    const place = { path, line: 1, text: name };
    if (WRITING.test(name)) return [finding('not-read', 'warning', place, checkTexts.notRead(name))];
    const right = MISNAMED.find(([pattern]) => pattern.test(name.normalize('NFC')))?.[1];
    if (right === undefined || path === right) return [];
    return [finding('not-read', 'warning', place, checkTexts.misnamed(name, right))];
  });
