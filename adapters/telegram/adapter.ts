import { once } from 'node:events';
import type { Update } from 'grammy/types';
import {
  type Adapter,
  type AdapterContext,
  createTurns,
  type Reply,
  takeUp,
  Undelivered,
} from '../../src/messaging/index.ts';
import { createApi } from './api.ts';
import { connect } from './connect.ts';
import { createDelivery, type Delivery } from './deliver.ts';
import { describeFailure, undelivered } from './failure.ts';
import { type Request, readUpdate } from './incoming.ts';
import { createIntake } from './intake.ts';
import { poll } from './poll.ts';
import { createResponding } from './respond.ts';
import type { TelegramSettings } from './settings.ts';
import { webhookHandler } from './webhook.ts';

/** How long a shutdown waits for the answers under way, in milliseconds. */
const GRACE = 10_000;

/** Most updates that a webhook takes in before it asks Telegram to come back later. */
const BACKLOG = 1_000;

/** Telegram as an adapter. Messages of one chat are answered in order, those of different chats side by side. */
export function createTelegramAdapter(settings: TelegramSettings, context: AdapterContext): Adapter {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = settings;
  const { logger, inbox } = context;
  const cut = new AbortController();
  let isReached = true;
  const api = createApi(settings, logger, cut.signal, (reached) => {
    isReached = reached;
  });
  const turns = createTurns();
  const commands = new Set(context.commands.flatMap(({ names }) => [...names.es, ...names.en]));
  let delivery: Delivery | undefined;
  /** Takes in what a webhook brings; undefined while nothing can be taken. */
  let accept: ((update: Update) => Promise<boolean>) | undefined;

  async function run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    try {
      const me = await connect(api, settings, context, signal);
      if (me === undefined) return;
      const surroundingsOf = ({ language }: Reply) => ({
        texts: context.texts(language).telegram,
        username: me.username,
      });
      delivery = createDelivery(api, logger, surroundingsOf);
      const respond = createResponding({ api, me, delivery, context, token });
      const take = (request: Request) => turns.take(turnOf(request), () => respond(request));
      const identity = { me, knowsCommand: (name: string) => commands.has(name) };
      const receive = createIntake(
        inbox,
        (update) => readUpdate(update, identity),
        (error) => logger.warn('telegram.update.failed', { error: describeFailure(error, token) }),
      );

      await takeUp(inbox, 'telegram', (message) => void take({ kind: 'question', message }), signal);
      accept = async (update) => {
        if (signal.aborted || turns.size() >= BACKLOG) return false;
        for (const { request } of await receive([update])) if (request !== undefined) void take(request);
        return true;
      };
      logger.info('telegram.started', { mode: url === undefined ? 'polling' : 'webhook' });
      if (url === undefined) await poll(api, { receive, take }, token, signal);
      else if (!signal.aborted) await once(signal, 'abort');
    } finally {
      accept = undefined;
      const unfinished = await turns.drain(GRACE);
      cut.abort();
      logger.info('telegram.stopped', { unfinished });
    }
  }

  return {
    name: 'telegram',
    ...(url === undefined || secret === undefined
      ? {}
      : {
          routes: [
            {
              path: new URL(url).pathname,
              handle: webhookHandler(secret, async (update) => (await accept?.(update)) ?? false),
            },
          ],
        }),
    run,
    isConnected: () => accept !== undefined && isReached,
    /** Telegram has no key that keeps a message from arriving twice, so that of `delivery` is not used. */
    send: async (to, reply, { quote } = {}) => {
      if (delivery === undefined) {
        throw new Undelivered('Telegram is not connected yet', { isFinal: false });
      }
      try {
        await delivery.send(to, reply, quote);
      } catch (error) {
        throw undelivered(error, token);
      }
    },
  };
}

/** What must be done in order: all that happens in one chat. */
function turnOf(request: Request): string {
  switch (request.kind) {
    case 'search':
      return `search ${request.query.id}`;
    case 'idle-press':
      return `press ${request.callbackId}`;
    default:
      return request.message.conversation.id;
  }
}
