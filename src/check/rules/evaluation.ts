import type { Document } from '../../knowledge/index.ts';
import { shown } from '../../knowledge/problem.ts';
import { fold } from '../../language/index.ts';
import { questionKey } from '../../search/index.ts';
import { checkTexts } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';

/** What is wrong in `evaluacion.yml`: its form, files that are not there, answers that they do not hold. */
export const evaluation: Rule = ({ evaluation: reading, folder, raw }) => {
  if (reading === undefined) return [];
  const path = 'evaluacion.yml';
  const lines = raw.get(path)?.split(/\r\n?|\n/) ?? [];
  const found: Finding[] = reading.problems.map((problem) => {
    const line = problem.line ?? 1;
    return finding(
      problem.rule,
      problem.severity,
      { path, line, text: shown(lines[line - 1] ?? '') },
      problem,
    );
  });
  const documents = new Map(folder.documents.map((document) => [document.path, document]));
  for (const turn of reading.evaluation.dialogues.flatMap(({ turns }) => turns)) {
    if (turn.declines) continue;
    const { line, contains } = turn;
    for (const each of turn.paths) {
      const document = documents.get(each);
      const problem =
        document === undefined
          ? (['evaluation', each, checkTexts.unknownFile(each)] as const)
          : contains !== undefined && !holds(document, contains)
            ? (['expected', contains, checkTexts.missingExpected(contains)] as const)
            : undefined;
      if (problem === undefined) continue;
      const [rule, text, told] = problem;
      found.push(finding(rule, 'warning', { path, line, text }, told));
    }
  }
  const owners = new Map(
    folder.documents.flatMap((document) =>
      document.questions.map(({ text }) => [questionKey(text), document.path] as const),
    ),
  );
  for (const { question, line } of reading.evaluation.unanswerable) {
    const owner = owners.get(questionKey(question));
    if (owner === undefined) continue;
    const text = shown(question);
    found.push(
      finding('evaluation', 'warning', { path, line, text }, checkTexts.answeredElsewhere(text, owner)),
    );
  }
  return found;
};

function holds({ sections }: Document, expected: string): boolean {
  const texts = sections.flatMap((section) => [section.heading, ...section.units.map(({ text }) => text)]);
  return fold(texts.join(' ')).includes(fold(expected));
}
