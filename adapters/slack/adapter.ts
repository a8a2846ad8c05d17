import { once } from 'node:events';
import type { RespondFn } from '@slack/bolt';
import type { Adapter, AdapterContext, IncomingMessage, Reply } from '../../src/messaging/index.ts';
import { clientOptions, createApp } from './app.ts';
import { createDelivery } from './deliver.ts';
import { describeFailure } from './failure.ts';
import { slackRoute } from './http.ts';
import { listen } from './listen.ts';
import { persist } from './persist.ts';
import { rememberRecent } from './recent.ts';
import type { SlackSettings } from './settings.ts';
import { keepConnected } from './socket.ts';
import { createTurns } from './turns.ts';

/** How long a shutdown waits for the answers under way, in milliseconds. */
const GRACE = 10_000;

/** How many messages are remembered, to answer one that comes again only once. */
const REMEMBERED = 4_096;

/** Most messages under way before Slack is asked over HTTP to come back later. */
const BACKLOG = 1_000;

/** Slack as an adapter. Messages of one conversation are answered in order, those of others side by side. */
export function createSlackAdapter(settings: SlackSettings, context: AdapterContext): Adapter {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  const { logger } = context;
  const cut = new AbortController();
  const app = createApp(settings, logger, cut.signal);
  const deliver = createDelivery(app.client, logger, cut.signal);
  const turns = createTurns();
  const isRepeated = rememberRecent(REMEMBERED);
  let accepting = false;
  let isOpen = appToken === undefined;

  const report = (event: string) => (error: unknown) => logger.warn(event, { error: describeFailure(error) });

  async function ask(message: IncomingMessage): Promise<Reply | undefined> {
    try {
      return await context.handle(message);
    } catch (error) {
      logger.error('slack.handle.failed', { error: describeFailure(error) });
      return failureReply(context);
    }
  }

  /** A redelivered event, or the same message as another event, has the same id. */
  async function receive(message: IncomingMessage, respond?: RespondFn): Promise<void> {
    if (isRepeated(message.id)) return;
    const { conversation } = message;
    await turns.take(conversation.id, async () => {
      const reply = await ask(message);
      if (reply === undefined) return;
      await deliver(conversation, reply, respond).catch(report('slack.undelivered'));
    });
  }

  listen(app, context.commands, receive, report('slack.event.failed'));

  async function run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const aborted = once(signal, 'abort');
    try {
      await persist(() => app.init(), 'SLACK_BOT_TOKEN', logger, signal);
      if (signal.aborted) return;
      accepting = true;
      logger.info('slack.started', { mode: appToken === undefined ? 'http' : 'socket' });
      if (appToken === undefined) await aborted;
      else {
        const options = () => clientOptions(settings, logger, cut.signal);
        const onChange = (open: boolean) => {
          isOpen = open;
        };
        await keepConnected({ app, appToken, clientOptions: options, logger, onChange }, signal);
      }
    } finally {
      accepting = false;
      const unfinished = await turns.drain(GRACE);
      cut.abort();
      logger.info('slack.stopped', { unfinished });
    }
  }

  const routes =
    appToken !== undefined || signingSecret === undefined
      ? {}
      : {
          routes: [
            slackRoute({
              app,
              signingSecret,
              isOpen: () => accepting && turns.size() < BACKLOG,
              onError: report('slack.request.failed'),
            }),
          ],
        };

  return {
    name: 'slack',
    ...routes,
    run,
    isConnected: () => accepting && isOpen,
    send: (to, reply) =>
      turns.take(to.id, async () => {
        try {
          await deliver(to, reply);
        } catch (error) {
          throw new Error(`Slack did not take the message (${describeFailure(error)})`);
        }
      }),
  };
}

/** Slack does not say which language the person has. */
function failureReply({ texts }: AdapterContext): Reply {
  const content = [{ kind: 'text' as const, text: texts('es').slack.failure }];
  return { language: 'es', blocks: [{ kind: 'paragraph', content }], sources: [], suggestions: [] };
}
