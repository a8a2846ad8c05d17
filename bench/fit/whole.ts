import { type Figures, figuresOf } from '../../src/commands/eval-figures.ts';
import { runEvaluation } from '../../src/commands/eval-run.ts';
import type { KnowledgeFolder } from '../../src/knowledge/index.ts';
import type { Question } from '../task.ts';

/** The figures of `aga eval` for a folder whose golden questions help nobody, without dialogues. */
export function wholeFigures(folder: KnowledgeFolder, unanswerable: readonly Question[], now: Date): Figures {
  const questions = unanswerable.map(({ text }) => ({ question: text, reason: '', line: 0 }));
  const evaluation = { unanswerable: questions, dialogues: [] };
  return figuresOf(runEvaluation(folder, evaluation, now, () => () => []));
}
