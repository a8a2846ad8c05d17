import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type KnowledgeFolder, parseEvaluation } from '../src/knowledge/index.ts';
import { detectLanguage, type Language, words } from '../src/language/index.ts';
import { openKnowledge, shippedKnowledge } from '../src/open-knowledge.ts';
import { listedQuestions } from '../src/search/index.ts';
import type { AbstentionTask, Question, Task } from './task.ts';

/** The folder of the package: its golden questions, and those that it says it does not answer. */
export interface Shipped {
  readonly task: Task;
  readonly abstention: AbstentionTask;
}

/** Reads the shipped folder. Each file that lists a question is a right one. */
export async function readShipped(now: Date): Promise<Shipped> {
  const folder: KnowledgeFolder = await openKnowledge(shippedKnowledge, { now });
  const path = join(shippedKnowledge, 'evaluacion.yml');
  const { evaluation } = parseEvaluation(await readFile(path, 'utf8'), 'evaluacion.yml');
  const questions = listedQuestions(folder.documents).map(({ text, answers }) =>
    questionOf(
      text,
      [...answers.keys()].map(({ path }) => path),
    ),
  );
  const unanswerable = evaluation.unanswerable.map(({ question }) => questionOf(question, []));
  return {
    task: {
      name: 'Carpeta propia',
      language: 'es',
      folder,
      questions,
      goldOf: ({ document }) => document.path,
    },
    abstention: {
      name: 'Carpeta propia, sin_respuesta',
      language: 'es',
      folder,
      answerable: questions,
      unanswerable,
    },
  };
}

function questionOf(text: string, gold: readonly string[]): Question {
  const language: Language = detectLanguage(words(text).map(({ form }) => form)) ?? 'es';
  return { text, language, gold, group: gold[0] ?? text };
}
