import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type KnowledgeFolder, parseEvaluation } from '../src/knowledge/index.ts';
import { detectLanguage, type Language, words } from '../src/language/index.ts';
import { openKnowledge, shippedKnowledge } from '../src/open-knowledge.ts';
import type { AbstentionTask, Question, Task } from './task.ts';

/** The folder of the package: its golden questions, and those that it says it does not answer. */
export interface Shipped {
  readonly task: Task;
  readonly abstention: AbstentionTask;
}

/** Reads the shipped folder. The file that lists a question is the right one. */
export async function readShipped(now: Date): Promise<Shipped> {
  const folder: KnowledgeFolder = await openKnowledge(shippedKnowledge, { now });
  const path = join(shippedKnowledge, 'evaluacion.yml');
  const { evaluation } = parseEvaluation(await readFile(path, 'utf8'), 'evaluacion.yml');
  const questions = folder.documents.flatMap((document) =>
    document.questions.map(({ text }) => questionOf(text, document.path)),
  );
  const unanswerable = evaluation.unanswerable.map(({ question }) => questionOf(question, undefined));
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

function questionOf(text: string, gold: string | undefined): Question {
  const language: Language = detectLanguage(words(text).map(({ form }) => form)) ?? 'es';
  return { text, language, gold, group: gold ?? text };
}
