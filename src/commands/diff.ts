import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { createAssistant } from '../assistant.ts';
import type { KnowledgeFolder } from '../knowledge/document.ts';
import { type Evaluation, parseEvaluation } from '../knowledge/index.ts';
import { plainText } from '../messaging/index.ts';
import { diffTexts } from '../texts/diff.ts';
import { messageOf } from './ask.ts';
import { openRevision, type RevisionProblem } from './revision-folder.ts';

/** What `aga diff` compares: a folder as it is, with itself in a git revision. */
export interface DiffOptions {
  readonly dir: string;
  readonly revision: string;
  readonly now: Date;
  readonly errors: Writable;
  open(dir: string): Promise<KnowledgeFolder>;
}

/** A question whose answer changed, with both answers as a person reads them. */
interface AnswerChange {
  readonly question: string;
  readonly before: string;
  readonly after: string;
}

/** A folder and what it is measured with. */
interface Measured {
  readonly folder: KnowledgeFolder;
  readonly evaluation: Evaluation;
}

/**
 * Tells which answers to the golden questions of either side change. As `diff` does: 0 when none does, 1 when
 * some do, 2 when there is nothing to compare with.
 */
export async function diff(options: DiffOptions, output: Writable): Promise<number> {
  const { dir, revision, now, errors, open } = options;
  const earlier = await openRevision(dir, revision);
  if (typeof earlier === 'string') {
    errors.write(`${refusal(earlier, revision, dir)}\n`);
    return 2;
  }
  try {
    const measured = async (place: string): Promise<Measured> => ({
      folder: await open(place),
      evaluation: await readEvaluation(place),
    });
    const { changes, questions } = changesBetween(await measured(earlier.dir), await measured(dir), now);
    const summary =
      changes.length === 0
        ? diffTexts.same(revision, questions)
        : diffTexts.changed(revision, changes.length, questions);
    output.write(`${summary}\n`);
    changes.forEach((change, index) => {
      output.write(`\n${index + 1}. ${change.question}\n`);
      output.write(`   ${diffTexts.before}\n${indented(change.before)}\n`);
      output.write(`   ${diffTexts.after}\n${indented(change.after)}\n`);
    });
    return changes.length === 0 ? 0 : 1;
  } finally {
    await earlier.remove();
  }
}

/** Asks both sides every question of both: golden ones, unanswerable ones, and dialogues turn by turn. */
function changesBetween(
  before: Measured,
  after: Measured,
  now: Date,
): { readonly changes: readonly AnswerChange[]; readonly questions: number } {
  const dialogues = new Map(
    [before, after].flatMap(conversationsOf).map((turns) => [JSON.stringify(turns), turns]),
  );
  const asks = [before, after].map(({ folder }) => {
    const assistant = createAssistant({ folder, now: () => now });
    return (conversation: string, text: string): string =>
      plainText(assistant.answer(messageOf('1', conversation, text)).reply);
  });
  const changes: AnswerChange[] = [];
  let questions = 0;
  for (const [conversation, turns] of dialogues) {
    for (const [index, text] of turns.entries()) {
      const [was = '', is = ''] = asks.map((ask) => ask(conversation, text));
      questions += 1;
      if (was !== is)
        changes.push({ question: turns.slice(0, index + 1).join(' / '), before: was, after: is });
    }
  }
  return { changes, questions };
}

/** Every question as a conversation of its own, and every dialogue. */
function conversationsOf({ folder, evaluation }: Measured): string[][] {
  return [
    ...folder.documents.flatMap(({ questions }) => questions.map(({ text }) => [text])),
    ...evaluation.unanswerable.map(({ question }) => [question]),
    ...evaluation.dialogues.map(({ turns }) => turns.map(({ question }) => question)),
  ];
}

/** What a folder is measured with besides its documents; nothing when it has no such file. */
export async function readEvaluation(dir: string): Promise<Evaluation> {
  const text = await readFile(join(dir, 'evaluacion.yml'), 'utf8').catch(() => '');
  return parseEvaluation(text, 'evaluacion.yml').evaluation;
}

function refusal(problem: RevisionProblem, revision: string, dir: string): string {
  switch (problem) {
    case 'no-git':
      return diffTexts.noGit;
    case 'no-repository':
      return diffTexts.noRepository(dir);
    case 'bad-revision':
      return diffTexts.badRevision(revision);
    case 'no-folder':
      return diffTexts.noFolder(revision, dir);
  }
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '     ');
}
