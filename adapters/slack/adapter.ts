import { once } from 'node:events';
import { type Adapter, type AdapterContext, createTurns, takeUp } from '../../src/messaging/index.ts';
import { acknowledgeLate } from './acknowledge.ts';
import { createAnswering } from './answering.ts';
import { clientOptions, createApp } from './app.ts';
import { destinationOf } from './conversation.ts';
import { createDecorate } from './decorate.ts';
import { createDelivery } from './deliver.ts';
import { describeFailure } from './failure.ts';
import { createFetch } from './fetch.ts';
import { createGreeter } from './greet.ts';
import { slackRoute } from './http.ts';
import { commandFinder } from './input.ts';
import { createInsist } from './insist.ts';
import { listen } from './listen.ts';
import { createOnPress } from './on-press.ts';
import { persist } from './persist.ts';
import { createQuestions } from './questions.ts';
import { createRoom } from './room/room.ts';
import type { SlackSettings } from './settings.ts';
import { createShares } from './share.ts';
import { createShows } from './show.ts';
import { keepConnected } from './socket.ts';
import { createWithStatus } from './status.ts';
import { undelivered } from './undelivered.ts';

/** How long a shutdown waits for the answers under way, in milliseconds. */
const GRACE = 10_000;

/** Most messages under way before Slack is asked over HTTP to come back later. */
const BACKLOG = 1_000;

/** Slack as an adapter. Messages of one conversation are answered in order, those of others side by side. */
export function createSlackAdapter(settings: SlackSettings, context: AdapterContext): Adapter {
  const {
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_CHANNELS: channels,
    SLACK_TEAM_CHANNEL: teamChannel,
  } = settings;
  const { logger, inbox } = context;
  const cut = new AbortController();
  const fetch = createFetch(cut.signal);
  const app = createApp(settings, logger, fetch);
  const turns = createTurns();
  const insist = createInsist(logger, cut.signal);
  const decorate = createDecorate(logger);
  const texts = context.texts;
  const delivery = createDelivery({ client: app.client, insist, logger, texts });
  const mayAnswer = (channel: string) => channels === undefined || channels.includes(channel);
  const withStatus = createWithStatus(app.client, decorate);
  const answering = createAnswering({ context, turns, delivery, withStatus, mayAnswer });
  const shows = createShows({ client: app.client, insist, delivery, logger, texts });
  const shares = createShares({ delivery, texts: texts('es'), mayShare: mayAnswer });
  const greeter = createGreeter({ client: app.client, context, insist, decorate, cut: cut.signal });
  let accepting = false;
  let isOpen = appToken === undefined;

  const report = (event: string) => (error: unknown) => logger.warn(event, { error: describeFailure(error) });

  const room =
    teamChannel === undefined
      ? undefined
      : createRoom(teamChannel, { client: app.client, context, insist, delivery, turns });
  if (room !== undefined) app.use(room.intercept);

  acknowledgeLate(app, () => logger.warn('slack.unknown'));
  listen(app, {
    findCommand: commandFinder(context.commands),
    answering,
    delivery,
    shows,
    shares,
    greeter,
    answerQuestion: createQuestions({ answering, shows, texts }),
    onPress: createOnPress({ turns, answering, delivery, shows, shares, greeter, texts: texts('es') }),
    onError: report('slack.event.failed'),
  });

  async function run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const aborted = once(signal, 'abort');
    try {
      await persist(() => app.init(), 'SLACK_BOT_TOKEN', logger, signal);
      if (signal.aborted) return;
      accepting = true;
      logger.info('slack.started', { mode: appToken === undefined ? 'http' : 'socket' });
      await takeUp(inbox, 'slack', (message) => void answering.resume(message), signal);
      if (appToken === undefined) await aborted;
      else {
        const options = () => clientOptions(settings, logger, fetch);
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
    ...(room === undefined ? {} : { room: room.port }),
    run,
    isConnected: () => accepting && isOpen,
    send: (to, reply, { key } = {}) =>
      turns.take(to.id, async () => {
        try {
          await delivery.post(to, reply, { key });
        } catch (error) {
          throw undelivered(error, destinationOf(to).channel === teamChannel);
        }
      }),
  };
}
