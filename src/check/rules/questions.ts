import type { Document, GoldenQuestion } from '../../knowledge/index.ts';
import { shown } from '../../knowledge/problem.ts';
import { fold } from '../../language/index.ts';
import { createSearch, questionKey } from '../../search/index.ts';
import { checkTexts } from '../../texts/check.ts';
import { type CheckedFolder, type Finding, finding, type Rule } from '../finding.ts';

/** Golden questions of two files that don't say what each must answer, and those whose expected words are not in their file. */
export const goldenQuestions: Rule = (checked) => [
  ...twice(checked),
  ...checked.folder.documents.flatMap(unexpected),
];

function twice({ folder }: CheckedFolder): Finding[] {
  const first = new Map<string, { document: Document; expected: string | undefined }>();
  return folder.documents.flatMap((document) =>
    document.questions.flatMap((question): Finding[] => {
      const { text, expected, line } = question;
      const other = first.get(questionKey(text));
      if (other === undefined) first.set(questionKey(text), { document, expected });
      if (other === undefined || other.document === document) return [];
      if (expected !== undefined && other.expected !== undefined) return [];
      const place = { path: document.path, line, text: shown(text) };
      return [
        finding('same-question', 'warning', place, checkTexts.sameQuestion(shown(text), other.document.path)),
      ];
    }),
  );
}

function unexpected(document: Document): Finding[] {
  const texts = document.sections.flatMap((section) => [
    section.heading,
    ...section.units.map((unit) => unit.text),
  ]);
  const all = plain(texts.join('\n'));
  return document.questions.flatMap(({ expected, line }): Finding[] => {
    if (expected === undefined || all.includes(plain(expected))) return [];
    const place = { path: document.path, line, text: shown(expected) };
    return [finding('expected', 'warning', place, checkTexts.missingExpected(shown(expected)))];
  });
}

function plain(text: string): string {
  return fold(text).replace(/\s+/g, ' ');
}

/** How much better the best file must be than the next one, as a share of its score. */
const CLEAR = 0.02;

/**
 * Golden questions that another document, which does not list them, answers as well: to within 2 % of the score,
 * of an index that no golden question helps.
 */
export const ambiguousQuestions: Rule = ({ folder }) => {
  if (folder.documents.every(({ questions }) => questions.length === 0)) return [];
  const search = createSearch(folder, () => []);
  return folder.documents.flatMap((document) =>
    document.questions.flatMap((question): Finding[] => {
      const { candidates } = search.ask(question.text, document.language);
      const own = candidates.find(({ passage }) => passage.document === document);
      const rival = candidates.find(({ passage }) => !lists(passage.document, question));
      if (own === undefined || rival === undefined) return [];
      if (Math.abs(own.score - rival.score) > CLEAR * Math.max(own.score, rival.score)) return [];
      const text = shown(question.text);
      const place = { path: document.path, line: question.line, text };
      const told = checkTexts.ambiguousQuestion(text, rival.passage.document.path);
      return [finding('ambiguous-question', 'hint', place, told)];
    }),
  );
};

function lists({ questions }: Document, { text }: GoldenQuestion): boolean {
  return questions.some((other) => questionKey(other.text) === questionKey(text));
}
