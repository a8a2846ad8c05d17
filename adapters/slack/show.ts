import type { RespondFn, types, webApi } from '@slack/bolt';
import {
  type AdapterTexts,
  type ConversationRef,
  type Language,
  type Logger,
  say,
} from '../../src/messaging/index.ts';
import type { Show } from './answering.ts';
import { personalConversation } from './conversation.ts';
import type { Delivery } from './deliver.ts';
import { describeFailure, isFinal, refusalCode } from './failure.ts';
import type { Insist } from './insist.ts';
import { answerView, questionView } from './modals.ts';

/** Where a person writes a question, and ways to show a reply besides posting it. When Slack refuses a view, the reply goes to the conversation. */
export interface Shows {
  /** Asks for a question in a modal, else in a direct message. */
  question(user: string, trigger: string): Promise<void>;
  /** In a new modal. `respond` is for when it cannot be opened. */
  opened(to: ConversationRef, trigger: string, respond?: RespondFn): Show;
  /** In a modal on top of another one, or in its place when there is no room for one more. */
  pushed(to: ConversationRef, trigger: string, view: string): Show;
  /** In the place of what a modal shows. */
  updated(to: ConversationRef, view: string): Show;
}

/** What showing needs. */
export interface ShowTools {
  readonly client: webApi.WebClient;
  readonly insist: Insist;
  readonly delivery: Delivery;
  readonly logger: Logger;
  readonly texts: (language: Language) => AdapterTexts;
}

/** Shows through `views.open`, `views.push` and `views.update`: https://docs.slack.dev/surfaces/modals */
export function createShows({ client, insist, delivery, logger, texts }: ShowTools): Shows {
  function inView(
    to: ConversationRef,
    call: (view: types.ModalView) => Promise<unknown>,
    respond?: RespondFn,
  ): Show {
    return async (reply) => {
      try {
        await call(answerView(reply, texts(reply.language), to));
      } catch (error) {
        if (!isFinal(error)) throw error;
        logger.warn('slack.view.refused', { error: describeFailure(error) });
        await delivery.post(to, reply, { respond });
      }
    };
  }

  const open = (trigger_id: string, view: types.ModalView) =>
    insist(() => client.views.open({ trigger_id, view }));
  const update = (view_id: string, view: types.ModalView) =>
    insist(() => client.views.update({ view_id, view }));

  return {
    question: async (user, trigger) => {
      try {
        await open(trigger, questionView(texts('es')));
      } catch (error) {
        logger.warn('slack.view.refused', { error: describeFailure(error) });
        await delivery.post(personalConversation(user), say('es', [texts('es').slack.modal.notOpened]));
      }
    },
    opened: (to, trigger, respond) => inView(to, (view) => open(trigger, view), respond),
    pushed: (to, trigger_id, below) =>
      inView(to, async (view) => {
        try {
          await insist(() => client.views.push({ trigger_id, view }));
        } catch (error) {
          if (refusalCode(error) !== 'push_limit_reached') throw error;
          await update(below, view);
        }
      }),
    updated: (to, view) => inView(to, (content) => update(view, content)),
  };
}
