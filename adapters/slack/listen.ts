import type { App, Context, ViewSubmitAction } from '@slack/bolt';
import type { IncomingMessage } from '../../src/messaging/index.ts';
import { acknowledgeOf } from './acknowledge.ts';
import type { Answering } from './answering.ts';
import type { Delivery } from './deliver.ts';
import type { Greeter } from './greet.ts';
import {
  type Reader,
  readCommand,
  readDirectMessage,
  readMention,
  readMessageShortcut,
  readSubmission,
} from './incoming.ts';
import type { FindCommand } from './input.ts';
import { VIEWS } from './modals.ts';
import type { OnPress } from './on-press.ts';
import { readPress } from './press.ts';
import type { AnswerQuestion } from './questions.ts';
import type { Shares } from './share.ts';
import type { Shows } from './show.ts';

/** The slash command and the shortcuts, as the manifest has them. */
const COMMAND = '/aga';
const ASK = 'ask_question';
const SEARCH = 'search_message';

/** What the listeners hand things over to. */
export interface Listeners {
  readonly findCommand: FindCommand;
  readonly answering: Answering;
  readonly delivery: Delivery;
  readonly shows: Shows;
  readonly shares: Shares;
  readonly greeter: Greeter;
  readonly answerQuestion: AnswerQuestion;
  readonly onPress: OnPress;
  readonly onError: (error: unknown) => void;
}

/**
 * Connects the app's events to what answers them. Slack shows a warning under a command or a button that is not
 * acknowledged within 3 s, so these are as soon as they are recorded; one that cannot be read is not.
 */
export function listen(app: App, to: Listeners): void {
  const { answering, delivery, shows, shares, greeter } = to;
  const reader = ({ botUserId = '' }: Context): Reader => ({ me: botUserId, findCommand: to.findCommand });
  const take = async (message: IncomingMessage | undefined, context: Context) => {
    if (message !== undefined) await answering.receive(message, acknowledgeOf(context));
  };

  // Bolt tries every listener at every event; this middleware alone is tried, and events go no further.
  app.use(async (args) => {
    if (!('event' in args)) return args.next();
    const { event, context } = args;
    switch (event.type) {
      case 'message':
        return take(readDirectMessage(event, reader(context)), context);
      case 'app_mention':
        return take(readMention(event, reader(context)), context);
      case 'app_home_opened':
        return greeter.homeOpened(event);
      case 'assistant_thread_started':
        return greeter.threadStarted(event);
      case 'link_shared':
        return greeter.linkShared(event);
    }
  });

  app.command(COMMAND, async ({ ack, command, context, respond }) => {
    const message = readCommand(command, reader(context));
    if (message === undefined) return;
    const { conversation } = message;
    await answering.receive(message, ack, (reply) =>
      delivery.post(conversation, reply, { respond, share: shares.offer(conversation, reply) }),
    );
  });

  app.shortcut(ASK, async ({ ack, body }) => {
    await ack();
    await shows.question(body.user.id, body.trigger_id);
  });

  app.shortcut(SEARCH, async ({ ack, body, context, respond }) => {
    const message = readMessageShortcut(body, reader(context));
    if (message === undefined) return;
    const { conversation } = message;
    await answering.receive(message, ack, shows.opened(conversation, body.trigger_id, respond));
  });

  app.view<ViewSubmitAction>(
    { callback_id: VIEWS.question, type: 'view_submission' },
    async ({ ack, body, context }) => {
      const message = readSubmission(body, reader(context));
      if (message !== undefined) await to.answerQuestion(message, body.view.id, ack);
    },
  );

  app.action({ type: 'block_actions' }, async ({ ack, body, respond }) => {
    const press = readPress(body, to.findCommand);
    if (press !== undefined) await to.onPress(press, ack, respond);
  });
  app.error(async (error) => to.onError(error));
}
