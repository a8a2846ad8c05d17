import type { App, RespondFn } from '@slack/bolt';
import type { CommandSpec, IncomingMessage } from '../../src/messaging/index.ts';
import { readCommand, readDirectMessage, readMention, readPress } from './incoming.ts';
import { commandFinder } from './input.ts';

/** Takes a message in; `respond` is there when the answer is for its author alone. Must not reject. */
export type Receive = (message: IncomingMessage, respond?: RespondFn) => Promise<void>;

/** The slash command, as the manifest has it. */
const COMMAND = '/aga';

/**
 * Connects the app's events to `receive`. Slack shows a warning under a command or a button that is not
 * acknowledged within 3 s, so these are acknowledged before anything else.
 */
export function listen(
  app: App,
  commands: readonly CommandSpec[],
  receive: Receive,
  onError: (error: unknown) => void,
): void {
  const findCommand = commandFinder(commands);
  const reader = (context: { readonly botUserId?: string }) => ({ me: context.botUserId ?? '', findCommand });

  async function take(message: IncomingMessage | undefined, respond?: RespondFn): Promise<void> {
    if (message !== undefined) await receive(message, respond);
  }

  app.event('message', ({ event, context }) => take(readDirectMessage(event, reader(context))));
  app.event('app_mention', ({ event, context }) => take(readMention(event, reader(context))));
  app.command(COMMAND, async ({ ack, command, context, respond }) => {
    await ack().catch(onError);
    await take(readCommand(command, reader(context)), respond);
  });
  app.action({ type: 'block_actions' }, async ({ ack, body, respond }) => {
    await ack().catch(onError);
    const isPrivate = 'container' in body && body.container.is_ephemeral === true;
    await take(readPress(body), isPrivate ? respond : undefined);
  });
  app.error(async (error) => onError(error));
}
