import type { types } from '@slack/bolt';
import type { AdapterTexts, DeskResult, Ticket } from '../../../src/messaging/index.ts';
import type { Access, Problem } from './access.ts';
import type { WindowKind } from './deeds.ts';
import { inTime } from './in-time.ts';
import type { Submission } from './requests.ts';
import { noticeView, previewView } from './windows.ts';

/** What Slack does with a window after it was submitted: https://docs.slack.dev/surfaces/modals */
export type WindowAnswer =
  | { readonly response_action: 'clear' }
  | { readonly response_action: 'push' | 'update'; readonly view: types.ModalView }
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> };

/** Longest wait before Slack is answered, in milliseconds; Slack itself waits 3000. */
const PATIENCE = 2_500;

const CLOSE: WindowAnswer = { response_action: 'clear' };

/**
 * Does what a member submitted and resolves with what the window shows then. An answer goes to its preview, and
 * only from there to the people who asked: once for all windows that one button opened. Never rejects.
 */
export async function submit(
  submission: Submission,
  access: Access,
  texts: AdapterTexts['slackRoom'],
): Promise<WindowAnswer> {
  const outcome = await inTime(carryOut(submission, access, texts), PATIENCE, { problem: texts.slow });
  return 'problem' in outcome ? showProblem(submission.window, outcome.problem, texts) : outcome;
}

/** A window that says that its ticket is none. */
export function brokenWindow(texts: AdapterTexts['slackRoom']): WindowAnswer {
  return lastWords(texts.titles.answer, texts.noTicket, texts);
}

async function carryOut(
  submission: Submission,
  access: Access,
  texts: AdapterTexts['slackRoom'],
): Promise<WindowAnswer | Problem> {
  const { user, ticket: id } = submission;
  const found = await access.look(user, id);
  if ('problem' in found) return found;
  switch (submission.window) {
    case 'answer': {
      const { answer } = submission;
      if (answer.trim() === '') return { problem: texts.empty };
      const reply = await access.ask(user, (desk) => desk.preview(id, answer));
      if (reply === undefined) return { problem: texts.noTicket };
      if ('problem' in reply) return reply;
      const view = previewView(found.ticket, answer, reply, texts);
      return 'problem' in view ? view : { response_action: 'push', view };
    }
    case 'preview': {
      const { previewed, key } = submission;
      return then(await access.ask(user, (desk) => desk.send(id, user, previewed, key)), ({ askers }) =>
        lastWords(texts.titles.answer, texts.sent(askers), texts),
      );
    }
    case 'discard': {
      const { reason } = submission;
      return then(await access.ask(user, (desk) => desk.discard(id, reason)), () => CLOSE);
    }
    case 'assign': {
      const { assignee } = submission;
      const isHere = await access.isMember(assignee);
      if (isHere !== true) return isHere === false ? { problem: texts.notInRoom } : isHere;
      return then(await access.ask(user, (desk) => desk.assign(id, assignee)), () => CLOSE);
    }
    case 'save': {
      const { title, text } = submission;
      if (title.trim() === '' || text.trim() === '') return { problem: texts.empty };
      return then(await access.ask(user, (desk) => desk.save(id, { title, text })), ({ draft }) =>
        lastWords(texts.titles.save, draft === undefined ? texts.savedSomewhere : texts.saved(draft), texts),
      );
    }
  }
}

function then(result: DeskResult, next: (ticket: Ticket) => WindowAnswer): WindowAnswer | Problem {
  return 'problem' in result ? result : next(result.ticket);
}

function lastWords(title: string, sentence: string, texts: AdapterTexts['slackRoom']): WindowAnswer {
  return { response_action: 'update', view: noticeView(title, sentence, texts.close, true) };
}

/** The input under which a problem is shown. The preview has none: it gives way, and the answer is below it. */
const PLACE: Readonly<Record<Exclude<WindowKind, 'preview'>, string>> = {
  answer: 'answer',
  assign: 'assignee',
  discard: 'reason',
  save: 'text',
};

function showProblem(window: WindowKind, problem: string, texts: AdapterTexts['slackRoom']): WindowAnswer {
  return window === 'preview'
    ? { response_action: 'update', view: noticeView(texts.titles.answer, problem, texts.back, false) }
    : { response_action: 'errors', errors: { [PLACE[window]]: problem } };
}
