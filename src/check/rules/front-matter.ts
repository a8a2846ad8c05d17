import { pathParts } from '../../knowledge/addresses.ts';
import { fold } from '../../language/index.ts';
import { checkTexts } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';
import type { Page } from '../page.ts';

/** Keys that are written by hand most; a key that is almost one of them was meant to be it. */
const KEYS = [
  'title',
  'tipo',
  'date',
  'description',
  'plan',
  'weight',
  'lang',
  'fuentes',
  'preguntas',
  'draft',
];
/** Questions that a file should have, to know whether it answers. */
const FEWEST_QUESTIONS = 3;

/**
 * What a front matter lacks, keys that were misspelt, and a date that its file's name gainsays. Sources and
 * questions are missed only where other files of the folder have them: a site made elsewhere has none.
 */
export const frontMatter: Rule = ({ pages, folder }) => {
  const used = {
    references: folder.documents.some(({ references }) => references.length > 0),
    questions: folder.documents.some(({ questions }) => questions.length > 0),
  };
  return pages.flatMap((page) => [...missing(page, used), ...strange(page)]);
};

interface Used {
  readonly references: boolean;
  readonly questions: boolean;
}

function missing(page: Page, used: Used): Finding[] {
  const { document, front, path } = page;
  if (document === undefined || front === undefined) return [];
  const keys = new Map(Object.keys(front.data).map((key) => [fold(key), key]));
  const has = (...names: string[]): boolean => names.some((name) => keys.has(name));
  const hasTopHeading = page.blocks.some(({ kind, depth }) => kind === 'heading' && depth === 1);
  const place = { path, line: 1, text: document.title };
  const found: Finding[] = [];
  if (!has('title', 'titulo') && !hasTopHeading)
    found.push(finding('title', 'warning', place, checkTexts.noTitle()));
  if (document.kind === 'publicacion' && document.date === undefined && !has('date', 'fecha'))
    found.push(finding('no-date', 'warning', place, checkTexts.noDate()));
  if (used.references && document.references.length === 0)
    found.push(finding('no-source', 'hint', place, checkTexts.noReference()));
  if (used.questions && document.questions.length < FEWEST_QUESTIONS)
    found.push(finding('questions', 'hint', place, checkTexts.fewQuestions(document.questions.length)));
  const inName = /^\d{4}-\d{2}-\d{2}/.exec(pathParts(path).name)?.[0];
  const dateKey = keys.get('date') ?? keys.get('fecha');
  if (
    inName !== undefined &&
    dateKey !== undefined &&
    document.date !== undefined &&
    inName !== document.date
  ) {
    const at = { path, line: front.lineAt([dateKey]), text: document.date };
    found.push(finding('date-in-name', 'hint', at, checkTexts.dateInName(inName, document.date)));
  }
  return found;
}

function strange(page: Page): Finding[] {
  const { document, front, path } = page;
  if (document === undefined || front === undefined) return [];
  return Object.keys(document.extra).flatMap((key) => {
    const known = KEYS.find((each) => !(each in front.data) && isAlmost(fold(key), each));
    if (known === undefined) return [];
    const place = { path, line: front.lineAt([key]), text: key };
    return [finding('key', 'warning', place, checkTexts.strangeKey(key, known))];
  });
}

/** True when one letter more, less or other, or two neighbours in the wrong order, make the difference. */
function isAlmost(word: string, key: string): boolean {
  if (word.length < 4 || Math.abs(word.length - key.length) > 1) return false;
  let from = 0;
  while (from < word.length && word[from] === key[from]) from++;
  const [rest, right] = [word.slice(from), key.slice(from)];
  return (
    rest.slice(1) === right.slice(1) ||
    rest.slice(1) === right ||
    rest === right.slice(1) ||
    (rest[0] === right[1] && rest[1] === right[0] && rest.slice(2) === right.slice(2))
  );
}
