import type { KnowledgeFolder } from '../../src/knowledge/index.ts';
import { fold } from '../../src/language/index.ts';
import {
  assignGoldenQuestions,
  type Candidate,
  createSearch,
  foldOf,
  listedQuestions,
  type SearchResult,
} from '../../src/search/index.ts';
import type { Question, Task } from '../task.ts';
import { withTypos } from '../variants.ts';

/** A question asked of a content, and what came of it. */
export interface Asked {
  readonly content: string;
  /** Questions of one file or article are not independent: they stay in one fold. */
  readonly group: string;
  readonly isAnswerable: boolean;
  readonly result: SearchResult;
  /** True for a candidate that answers, false for one that does not, undefined where nobody knows. */
  labelOf(candidate: Candidate): boolean | undefined;
}

const FOLDS = 5;

/**
 * Asks the golden questions of a folder, none of an index that holds it. Another file that holds the expected
 * words may answer as well: nobody knows.
 */
export function askGolden(content: string, folder: KnowledgeFolder, withQuestions: boolean): Asked[] {
  return Array.from({ length: FOLDS }, (_, out) => {
    const kept = (question: string) => withQuestions && foldOf(question, FOLDS) !== out;
    const search = createSearch(folder, assignGoldenQuestions(folder.passages, kept));
    return listedQuestions(folder.documents)
      .filter(({ text }) => foldOf(text, FOLDS) === out)
      .map(({ text, answers }): Asked => {
        const result = search.ask(text, 'es');
        const holds = (candidate: Candidate) =>
          [...answers.values()].some(
            (expected) => expected !== undefined && textOf(candidate).includes(fold(expected)),
          );
        const isOwn = ({ passage }: Candidate) => answers.has(passage.document);
        const isExact = result.candidates.some((candidate) => isOwn(candidate) && holds(candidate));
        const labelOf = (candidate: Candidate) => {
          if (isOwn(candidate)) return !isExact || holds(candidate) ? true : undefined;
          return holds(candidate) ? undefined : false;
        };
        const group = [...answers.keys()][0]?.path ?? '';
        return { content, group, isAnswerable: true, result, labelOf };
      });
  }).flat();
}

function textOf({ passage: { section, units } }: Candidate): string {
  return fold([section.heading, ...units.map(({ text }) => text)].join(' '));
}

/** Asks questions that the folder does not answer. */
export function askNone(content: string, folder: KnowledgeFolder, questions: readonly Question[]): Asked[] {
  const search = createSearch(folder);
  return questions.map(({ text, language, group }) => ({
    content,
    group,
    isAnswerable: false,
    result: search.ask(text, language),
    labelOf: () => false,
  }));
}

/** Asks the questions of a task, every third one with slips. */
export function askTask({ name, folder, questions, goldOf }: Task): Asked[] {
  const search = createSearch(folder, () => []);
  return questions.map(({ text, language, gold, group }, index) => ({
    content: name,
    group: `${name} ${group}`,
    isAnswerable: true,
    result: search.ask(index % 3 === 2 ? withTypos(text, index) : text, language),
    labelOf: ({ passage }) => gold.includes(goldOf(passage)),
  }));
}
