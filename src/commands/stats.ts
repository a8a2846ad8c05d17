import type { Writable } from 'node:stream';
import type { KnowledgeFolder } from '../knowledge/document.ts';
import type { Evaluation } from '../knowledge/index.ts';
import { statsTexts } from '../texts/stats.ts';
import { type Stats, statsOf } from './stats-figures.ts';

/** Most lines of each list of what is missing. */
const LONGEST_LIST = 30;

/** Tells what there is in a folder, which files no question reaches, and which words no file holds. */
export function stats(folder: KnowledgeFolder, evaluation: Evaluation, now: Date, output: Writable): void {
  const figures = statsOf(folder, evaluation, now);
  const { unreached, missingWords, missingGroups } = figures;
  const lines = [
    statsTexts.totals(folder.documents.length, folder.passages.length, figures.words),
    statsTexts.languages(figures.languages.es, figures.languages.en),
    ...(folder.skipped.length === 0 ? [] : [statsTexts.skipped(folder.skipped.length)]),
    '',
    ...kindTable(figures),
    '',
    statsTexts.questions(
      figures.kinds.reduce((total, { questions }) => total + questions, 0),
      figures.unanswerable,
      figures.dialogues,
    ),
    '',
    statsTexts.unreached(unreached.length),
    ...shortened(unreached.map(({ path, questions }) => statsTexts.unreachedFile(path, questions))),
    '',
    statsTexts.missingWords(missingWords.length),
    ...shortened(missingWords.map(({ word, questions }) => `  ${word} (${questions})`)),
    '',
    statsTexts.missingGroups(missingGroups.length),
    ...shortened(missingGroups.map(({ path, line, words }) => `  ${path}:${line}: ${words.join(', ')}`)),
  ];
  output.write(`${lines.join('\n')}\n`);
}

function kindTable({ kinds }: Stats): string[] {
  const rows = kinds.map(({ kind, documents, passages, questions }) => [
    statsTexts.kinds[kind],
    ...[documents, passages, questions].map(String),
  ]);
  return [[...statsTexts.columns], ...rows].map(
    ([name = '', ...cells]) => `  ${name.padEnd(22)}${cells.map((cell) => cell.padStart(12)).join('')}`,
  );
}

function shortened(lines: readonly string[]): string[] {
  const rest = lines.length - LONGEST_LIST;
  return rest <= 0 ? [...lines] : [...lines.slice(0, LONGEST_LIST), statsTexts.more(rest)];
}
