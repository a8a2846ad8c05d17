import { type AssistantResult, createAssistant } from '../assistant.ts';
import type { KnowledgeFolder } from '../knowledge/document.ts';
import type { Evaluation } from '../knowledge/index.ts';
import { detectLanguage, expandChat, fold, words } from '../language/index.ts';
import { plainText } from '../messaging/index.ts';
import { assignGoldenQuestions, foldOf, listedQuestions, type QuestionsOf } from '../search/index.ts';
import { messageOf } from './ask.ts';

/**
 * How one golden question came out. The first source cited counts, and the text shown, in an answer and when
 * the reply asks back with quotes; only an answer can be wrong but confident.
 */
export interface Scored {
  readonly question: string;
  readonly register: Register;
  /** The files that answer it; empty when none does. */
  readonly gold: readonly string[];
  /** What the answer must hold: of the file that was cited, else of the first that answers. */
  readonly expected: string | undefined;
  readonly result: AssistantResult;
  readonly sourceFirst: boolean;
  readonly sourceInThree: boolean;
  readonly textPresent: boolean;
  readonly declined: boolean;
  readonly wrongButConfident: boolean;
}

/** How a question is written. */
type Register = 'clara' | 'sin tildes' | 'chat' | 'inglés' | 'larga' | 'diálogo' | 'sin respuesta';

/**
 * Golden questions are dealt into this many folds. A question is scored by an index that was built without
 * the questions of its fold, its copies in other files included, so none ever helps to find its own answer.
 */
const FOLDS = 5;

/** Asks every golden question, every unanswerable one and every dialogue. */
export function runEvaluation(
  folder: KnowledgeFolder,
  evaluation: Evaluation,
  now: Date,
  questionsFor: (kept: (question: string) => boolean) => QuestionsOf = (kept) =>
    assignGoldenQuestions(folder.passages, kept),
): Scored[] {
  const clock = { now: () => now };
  const listed = listedQuestions(folder.documents);
  const answerable = Array.from({ length: FOLDS }, (_, out) => {
    const questionsOf = questionsFor((question) => foldOf(question, FOLDS) !== out);
    const assistant = createAssistant({ folder, questionsOf, ...clock });
    return listed
      .filter(({ text }) => foldOf(text, FOLDS) === out)
      .map(({ text, answers }) => {
        const gold = new Map([...answers].map(([document, expected]) => [document.path, expected]));
        return score(text, registerOf(text), gold, assistant.answer(messageOf('1', text, text)));
      });
  }).flat();
  const assistant = createAssistant({ folder, questionsOf: questionsFor(() => true), ...clock });
  const unanswerable = evaluation.unanswerable.map(({ question }) =>
    score(question, 'sin respuesta', NONE, assistant.answer(messageOf('1', question, question))),
  );
  const dialogues = evaluation.dialogues.flatMap(({ turns }, number) =>
    turns.map((turn) => {
      const result = assistant.answer(messageOf('1', `diálogo ${number}`, turn.question));
      const gold = turn.declines ? NONE : new Map(turn.paths.map((path) => [path, turn.contains]));
      return score(turn.question, 'diálogo', gold, result);
    }),
  );
  return [...answerable, ...unanswerable, ...dialogues];
}

/** By path, what the answer of each file that answers must hold, where it is told. */
type Gold = ReadonlyMap<string, string | undefined>;
const NONE: Gold = new Map();

function score(question: string, register: Register, gold: Gold, result: AssistantResult): Scored {
  const { status, reply } = result;
  const paths = [...new Set((result.candidates ?? []).map(({ passage }) => passage.document.path))];
  const answered = status === 'answered';
  const cited = reply.sources[0]?.path ?? '';
  const sourceFirst = gold.has(cited);
  const expected = sourceFirst ? gold.get(cited) : [...gold.values()][0];
  const textPresent =
    expected === undefined ? sourceFirst : comparable(plainText(reply)).includes(comparable(expected));
  return {
    question,
    register,
    gold: [...gold.keys()],
    expected,
    result,
    sourceFirst,
    sourceInThree: sourceFirst || paths.slice(0, 3).some((path) => gold.has(path)),
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
