import { placeholderIn } from '../../knowledge/placeholder.ts';
import { shown } from '../../knowledge/problem.ts';
import { checkTexts } from '../../texts/check.ts';
import { type CheckedFolder, type Finding, finding, type Place, type Rule } from '../finding.ts';
import { frontTexts, lineOf, type Page } from '../page.ts';

/** Leftovers of templates that are no figure left open, and so are served like any other words. */
const LEFTOVER =
  /(?<!\p{L})por (?:completar|confirmar)(?!\p{L})|(?<!\p{L})texto de (?:prueba|ejemplo|relleno)(?!\p{L})|dolor sit amet|\{\{.{0,80}?\}\}|_{3,}/iu;

/** «xx», TODO, «por definir», lorem ipsum: in the text, the titles, the front matter and the YAML files. */
export const placeholders: Rule = (checked) => [
  ...checked.pages.flatMap(inPage),
  ...inYaml(checked).flatMap(({ text, ...place }) => found(text, place)),
];

function inPage(page: Page): Finding[] {
  if (page.document === undefined) return [];
  const { path } = page;
  const inFront = frontTexts(page).flatMap(({ text, line }) => found(text, { path, line }));
  const inText = page.blocks.flatMap((block) =>
    found(block.text, { path, line: block.line }).map((each) => ({
      ...each,
      line: lineOf(page, each.text, block.line, block.endLine),
    })),
  );
  return [...inFront, ...inText];
}

function inYaml({ folder, evaluation, raw }: CheckedFolder): Place[] {
  const { unanswerable = [], dialogues = [] } = evaluation?.evaluation ?? {};
  const path = 'evaluacion.yml';
  return [
    ...folder.synonyms
      .filter((group) => raw.has(group.path))
      .flatMap(({ words, path: file, line }) => words.map((text) => ({ path: file, line, text }))),
    ...unanswerable.map(({ question, line }) => ({ path, line, text: question })),
    ...dialogues.flatMap(({ turns }) => turns.map(({ question, line }) => ({ path, line, text: question }))),
  ];
}

function found(text: string, place: Omit<Place, 'text'>): Finding[] {
  const words = placeholderIn(text) ?? LEFTOVER.exec(text)?.[0];
  if (words === undefined) return [];
  const short = shown(words).replace(/…$/, '');
  return [finding('placeholder', 'error', { ...place, text: short }, checkTexts.placeholder(short))];
}
