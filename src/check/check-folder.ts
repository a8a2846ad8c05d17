import { comparePaths } from '../knowledge/assemble-folder.ts';
import { decode } from '../knowledge/decode.ts';
import { type KnowledgeFolder, parseEvaluation } from '../knowledge/index.ts';
import type { CheckedFolder, Finding, Rule } from './finding.ts';
import { readPage } from './page.ts';
import { acronyms } from './rules/acronyms.ts';
import { contradictions } from './rules/contradictions.ts';
import { textDates } from './rules/dates.ts';
import { evaluation } from './rules/evaluation.ts';
import { externalLinks } from './rules/external-links.ts';
import { frontMatter } from './rules/front-matter.ts';
import { emptySections, headingLevels } from './rules/headings.ts';
import { internalLinks } from './rules/internal-links.ts';
import { invisibleCharacters } from './rules/invisible.ts';
import { loading } from './rules/loading.ts';
import { nearDuplicates, sameTitles } from './rules/near-duplicates.ts';
import { oldContent } from './rules/old-content.ts';
import { personalData } from './rules/personal-data.ts';
import { placeholders } from './rules/placeholders.ts';
import { longParagraphs, longSentences } from './rules/plain-language.ts';
import { ambiguousQuestions, goldenQuestions } from './rules/questions.ts';
import { unlinkedClick } from './rules/unlinked-click.ts';
import { unreadFiles } from './rules/unread-files.ts';

/** The rules, in the order in which their findings of one line are told. */
export const RULES: readonly Rule[] = [
  loading,
  unreadFiles,
  evaluation,
  personalData,
  placeholders,
  unlinkedClick,
  internalLinks,
  externalLinks,
  frontMatter,
  emptySections,
  headingLevels,
  nearDuplicates,
  sameTitles,
  goldenQuestions,
  textDates,
  invisibleCharacters,
  contradictions,
  ambiguousQuestions,
  oldContent,
  acronyms,
  longSentences,
  longParagraphs,
];

/** A folder as it was read from the disk. */
export interface CheckInput {
  readonly folder: KnowledgeFolder;
  /** The bytes of the Markdown files that the loader reads, and of its YAML files, by path. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** Every path of the folder. */
  readonly files: Iterable<string>;
  /** ISO day in Bogotá. */
  readonly today: string;
}

const EVALUATION = 'evaluacion.yml';

/** Makes what the rules look at. Pure; a file that is not text is left to the loader's own problem. */
export function checkedFolder({ folder, contents, files, today }: CheckInput): CheckedFolder {
  const documents = new Map(folder.documents.map((document) => [document.path, document]));
  const paths = [...contents.keys()].sort(comparePaths);
  const raw = new Map<string, string>();
  for (const path of paths) {
    const bytes = contents.get(path) ?? new Uint8Array();
    if (typeof decode(path, bytes) === 'string')
      raw.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  }
  const evaluationText = raw.get(EVALUATION);
  return {
    pages: paths
      .filter((path) => !path.endsWith('.yml'))
      .map((path) => readPage(path, contents.get(path) ?? new Uint8Array(), documents.get(path))),
    files: new Set(files),
    folder,
    evaluation: evaluationText === undefined ? undefined : parseEvaluation(evaluationText, EVALUATION),
    raw,
    today,
  };
}

/** Everything that the rules find, by path and line, errors of a line first; nothing is told twice. */
export function checkFolder(checked: CheckedFolder): Finding[] {
  const told = new Set<string>();
  return RULES.flatMap((rule) => rule(checked))
    .filter((each) => {
      const key = `${each.path}:${each.line} ${each.message}`;
      return !told.has(key) && told.add(key);
    })
    .sort((a, b) => comparePaths(a.path, b.path) || a.line - b.line || GRADE[a.severity] - GRADE[b.severity]);
}

const GRADE = { error: 0, warning: 1, hint: 2 } as const;
