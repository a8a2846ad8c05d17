import { setTimeout as sleep } from 'node:timers/promises';
import type { AckFn, types, ViewResponseAction } from '@slack/bolt';
import { type AdapterTexts, type IncomingMessage, type Language, say } from '../../src/messaging/index.ts';
import type { Answering } from './answering.ts';
import { answerView } from './modals.ts';
import type { Shows } from './show.ts';

/** How long a modal may wait for its answer before it says that it is looking, in milliseconds; Slack waits 3 s. */
const PATIENCE = 2_000;

/** Modals whose answers are remembered, for one that is submitted again. */
const REMEMBERED = 200;

type Ack = AckFn<ViewResponseAction>;

/** Answers the question of a modal in its place; the same modal submitted again shows the same answer. */
export type AnswerQuestion = (message: IncomingMessage, view: string, ack: Ack) => Promise<void>;

/** What answering in modals needs. */
export interface QuestionTools {
  readonly answering: Answering;
  readonly shows: Shows;
  readonly texts: (language: Language) => AdapterTexts;
}

/** Answers within the acknowledgement, or in the modal that waits when it takes longer. */
export function createQuestions({ answering, shows, texts }: QuestionTools): AnswerQuestion {
  const answers = new Map<string, Promise<types.ModalView | undefined>>();

  const put = (ack: Ack, view: types.ModalView | undefined) =>
    view === undefined ? ack() : ack({ response_action: 'update', view });

  async function answer(
    message: IncomingMessage,
    id: string,
    ack: Ack,
    answered: (view: types.ModalView | undefined) => void,
  ): Promise<void> {
    const { conversation } = message;
    const looking = () => answerView(say('es', [texts('es').slack.searching]), texts('es'), conversation);
    const done = new AbortController();
    const waiting = sleep(PATIENCE, undefined, { signal: done.signal }).then(
      () => put(ack, looking()).then(() => true),
      () => false,
    );
    await answering.receive(
      message,
      async () => {},
      async (reply) => {
        done.abort();
        const view = answerView(reply, texts(reply.language), conversation);
        answered(view);
        if (await waiting) await shows.updated(conversation, id)(reply);
        else await put(ack, view);
      },
    );
    done.abort();
    answered(undefined);
    await ack();
  }

  return async (message, view, ack) => {
    const known = answers.get(message.id);
    if (known !== undefined) return put(ack, await known);
    let work: Promise<void> = Promise.resolve();
    const answered = new Promise<types.ModalView | undefined>((resolve) => {
      work = answer(message, view, ack, resolve);
    });
    answers.set(message.id, answered);
    for (const oldest of answers.keys()) {
      if (answers.size <= REMEMBERED) break;
      answers.delete(oldest);
    }
    await work;
  };
}
