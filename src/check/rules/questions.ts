import type { Document, GoldenQuestion } from '../../knowledge/index.ts';
import { shown } from '../../knowledge/problem.ts';
import { fold, words } from '../../language/index.ts';
import { assignGoldenQuestions, createSearch } from '../../search/index.ts';
import { checkTexts } from '../../texts/check.ts';
import { type CheckedFolder, type Finding, finding, type Rule } from '../finding.ts';

/** Golden questions that stand twice, and those whose expected words are not in their file. */
export const goldenQuestions: Rule = (checked) => [
  ...twice(checked),
  ...checked.folder.documents.flatMap(unexpected),
];

function twice({ folder }: CheckedFolder): Finding[] {
  const first = new Map<string, Document>();
  return folder.documents.flatMap((document) =>
    document.questions.flatMap((question): Finding[] => {
      const other = first.get(questionKey(question.text));
      if (other === undefined) first.set(questionKey(question.text), document);
      if (other === undefined || other === document) return [];
      const place = { path: document.path, line: question.line, text: shown(question.text) };
      return [
        finding('same-question', 'warning', place, checkTexts.sameQuestion(shown(question.text), other.path)),
      ];
    }),
  );
}

/** A question as it is compared: its words alone. */
export function questionKey(question: string): string {
  return words(question)
    .map((word) => word.form)
    .join(' ');
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

/** Each question is asked of an index that was built without it, and without others of its part. */
const PARTS = 2;
/** How much better the best file must be than the next one, as a share of its score. */
const CLEAR = 0.02;

/** Golden questions that another document answers as well, to within 2 % of the score. */
export const ambiguousQuestions: Rule = ({ folder }) => {
  const found: Finding[] = [];
  if (folder.documents.every(({ questions }) => questions.length === 0)) return found;
  for (let part = 0; part < PARTS; part++) {
    const isOut = (index: number): boolean => index % PARTS === part;
    const questionsOf = assignGoldenQuestions(folder.passages, (index) => !isOut(index));
    const search = createSearch(folder, questionsOf);
    const rivalOf = (document: Document, question: GoldenQuestion): Document | undefined => {
      const { candidates } = search.ask(question.text, document.language);
      const own = candidates.find(({ passage }) => passage.document === document);
      const rival = candidates.find(({ passage }) => passage.document !== document);
      if (own === undefined || rival === undefined) return undefined;
      const best = Math.max(own.score, rival.score);
      return Math.abs(own.score - rival.score) <= CLEAR * best ? rival.passage.document : undefined;
    };
    for (const document of folder.documents)
      document.questions.forEach((question, index) => {
        const rival = isOut(index) ? rivalOf(document, question) : undefined;
        if (rival === undefined) return;
        const text = shown(question.text);
        const place = { path: document.path, line: question.line, text };
        found.push(
          finding('ambiguous-question', 'hint', place, checkTexts.ambiguousQuestion(text, rival.path)),
        );
      });
  }
  return found;
};
