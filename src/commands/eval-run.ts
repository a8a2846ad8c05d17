import { type AssistantResult, createAssistant } from '../assistant.ts';
import type { Document, GoldenQuestion, KnowledgeFolder } from '../knowledge/document.ts';
import type { Evaluation } from '../knowledge/index.ts';
import { detectLanguage, expandChat, fold, words } from '../language/index.ts';
import { plainText } from '../messaging/index.ts';
import { assignGoldenQuestions, type QuestionsOf } from '../search/index.ts';
import { messageOf } from './ask.ts';

/**
 * How one golden question came out. The first source cited counts, and the text shown, in an answer and when
 * the reply asks back with quotes; only an answer can be wrong but confident.
 */
export interface Scored {
  readonly question: string;
  readonly register: Register;
  /** The file that answers it, or undefined when none does. */
  readonly gold: string | undefined;
  readonly expected: string | undefined;
  readonly result: AssistantResult;
  readonly sourceFirst: boolean;
  readonly sourceInThree: boolean;
  readonly textPresent: boolean;
  readonly declined: boolean;
  readonly wrongButConfident: boolean;
}

/** How a question is written. */
export type Register = 'clara' | 'sin tildes' | 'chat' | 'inglés' | 'larga' | 'diálogo' | 'sin respuesta';

/**
 * Golden questions are dealt into this many folds. A question is scored by an index that was built without
 * the questions of its fold, so no question ever helps to find its own answer.
 */
const FOLDS = 5;

/** Asks every golden question, every unanswerable one and every dialogue. */
export function runEvaluation(
  folder: KnowledgeFolder,
  evaluation: Evaluation,
  now: Date,
  questionsFor: (kept: (index: number) => boolean) => QuestionsOf = (kept) =>
    assignGoldenQuestions(folder.passages, kept),
): Scored[] {
  const clock = { now: () => now };
  const answerable: Scored[] = [];
  for (let out = 0; out < FOLDS; out++) {
    const questionsOf = questionsFor((index) => index % FOLDS !== out);
    const assistant = createAssistant({ folder, questionsOf, ...clock });
    for (const document of folder.documents) {
      document.questions.forEach((question, index) => {
        if (index % FOLDS !== out) return;
        const result = assistant.answer(messageOf('1', `${document.path}:${index}`, question.text));
        answerable.push(scoreAnswerable(document, question, result));
      });
    }
  }
  const assistant = createAssistant({ folder, questionsOf: questionsFor(() => true), ...clock });
  const unanswerable = evaluation.unanswerable.map(({ question }) =>
    score(
      question,
      'sin respuesta',
      undefined,
      undefined,
      assistant.answer(messageOf('1', question, question)),
    ),
  );
  const dialogues = evaluation.dialogues.flatMap(({ turns }, number) =>
    turns.map((turn) => {
      const result = assistant.answer(messageOf('1', `diálogo ${number}`, turn.question));
      const gold = turn.declines ? undefined : turn.path;
      return score(turn.question, 'diálogo', gold, turn.declines ? undefined : turn.contains, result);
    }),
  );
  return [...answerable, ...unanswerable, ...dialogues];
}

function scoreAnswerable(document: Document, question: GoldenQuestion, result: AssistantResult): Scored {
  return score(question.text, registerOf(question.text), document.path, question.expected, result);
}

function score(
  question: string,
  register: Register,
  gold: string | undefined,
  expected: string | undefined,
  result: AssistantResult,
): Scored {
  const { status, reply } = result;
  const paths = [...new Set((result.candidates ?? []).map(({ passage }) => passage.document.path))];
  const answered = status === 'answered';
  const sourceFirst = gold !== undefined && reply.sources[0]?.path === gold;
  const textPresent =
    expected === undefined ? sourceFirst : comparable(plainText(reply)).includes(comparable(expected));
  return {
    question,
    register,
    gold,
    expected,
    result,
    sourceFirst,
    sourceInThree: sourceFirst || (gold !== undefined && paths.slice(0, 3).includes(gold)),
    textPresent,
    declined:
      status === 'no-answer' || status === 'out-of-scope' || status === 'clarify' || status === 'small-talk',
    wrongButConfident: answered && !sourceFirst && !(expected !== undefined && textPresent),
  };
}

function comparable(text: string): string {
  return fold(text).replace(/\s+/g, ' ');
}

function registerOf(text: string): Register {
  const all = words(text);
  if (detectLanguage(all.map((word) => word.form)) === 'en') return 'inglés';
  if (all.length > 25) return 'larga';
  const usual = expandChat(all).map((word) => word.form);
  if (usual.join(' ') !== all.map((word) => word.form).join(' ')) return 'chat';
  return /[áéíóúñ¿]/i.test(text) ? 'clara' : 'sin tildes';
}
