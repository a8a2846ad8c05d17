import { once } from 'node:events';
import { sequentialize } from '@grammyjs/runner';
import type { Update } from 'grammy/types';
import type {
  Adapter,
  AdapterContext,
  ConversationRef,
  IncomingMessage,
  Reply,
} from '../../src/messaging/index.ts';
import { createBot } from './bot.ts';
import { connect } from './connect.ts';
import { createDelivery } from './deliver.ts';
import { describeFailure } from './failure.ts';
import { readUpdate } from './incoming.ts';
import { poll } from './poll.ts';
import { rememberRecent } from './recent.ts';
import type { TelegramSettings } from './settings.ts';
import { createUnderWay } from './under-way.ts';
import { webhookHandler } from './webhook.ts';

/** How long an answer may take before «typing…» is shown, in milliseconds. */
const TYPING_AFTER = 400;

/** How long a shutdown waits for the answers under way, in milliseconds. */
const GRACE = 10_000;

/** How many updates are remembered, to answer one that comes again only once. */
const REMEMBERED = 4_096;

/** Most updates that a webhook takes in before it asks Telegram to come back later. */
const BACKLOG = 1_000;

/** Telegram as an adapter. Messages of one chat are answered in order, those of different chats side by side. */
export function createTelegramAdapter(settings: TelegramSettings, context: AdapterContext): Adapter {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = settings;
  const { logger } = context;
  const cut = new AbortController();
  let isReached = true;
  const bot = createBot(settings, logger, cut.signal, (reached) => {
    isReached = reached;
  });
  const deliver = createDelivery(bot.api, logger);
  const underWay = createUnderWay();
  const isRepeated = rememberRecent(REMEMBERED);
  const commands = new Set(context.commands.flatMap(({ names }) => [...names.es, ...names.en]));
  let accepting = false;
  let isIntroduced = false;

  const report = (event: string) => (error: unknown) =>
    logger.warn(event, { error: describeFailure(error, token) });

  async function answerMessage(message: IncomingMessage): Promise<Reply | undefined> {
    const typing = setTimeout(() => void showTyping(message.conversation), TYPING_AFTER);
    try {
      return await context.handle(message);
    } catch (error) {
      logger.error('telegram.handle.failed', { error: describeFailure(error, token) });
      return failureReply(message, context);
    } finally {
      clearTimeout(typing);
    }
  }

  async function showTyping({ id, threadId }: ConversationRef): Promise<void> {
    const topic = threadId === undefined ? {} : { message_thread_id: Number(threadId) };
    await bot.api.sendChatAction(id, 'typing', topic).catch(report('telegram.typing.failed'));
  }

  async function answerUpdate(update: Update): Promise<void> {
    const incoming = readUpdate(update, { me: bot.botInfo, knowsCommand: (name) => commands.has(name) });
    if (incoming === undefined) return;
    const { message, quote } = incoming;
    const reply = await answerMessage(message);
    if (reply === undefined) return;
    await deliver(message.conversation, reply, quote).catch(report('telegram.undelivered'));
  }

  /** Stops the button's spinner at once, whatever becomes of the answer. */
  async function acknowledge(update: Update): Promise<void> {
    if (update.callback_query === undefined) return;
    await bot.api.answerCallbackQuery(update.callback_query.id).catch(report('telegram.callback.refused'));
  }

  bot.catch(report('telegram.update.failed'));
  bot.use(async ({ update }, next) => {
    if (isRepeated(update.update_id)) return;
    await underWay.track(Promise.all([acknowledge(update), next()]));
  });
  bot.use(sequentialize(({ chat }) => chat?.id.toString()));
  bot.use(({ update }) => answerUpdate(update));

  function accept(update: Update): boolean {
    if (!accepting || !bot.isInited() || underWay.size() >= BACKLOG) return false;
    bot.handleUpdate(update).catch(report('telegram.update.failed'));
    return true;
  }

  async function run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    accepting = true;
    try {
      if (!(await connect(bot, settings, context, signal))) return;
      isIntroduced = true;
      logger.info('telegram.started', { mode: url === undefined ? 'polling' : 'webhook' });
      if (url === undefined) await poll(bot, token, signal);
      else if (!signal.aborted) await once(signal, 'abort');
    } finally {
      accepting = false;
      const unfinished = await underWay.drain(GRACE);
      cut.abort();
      logger.info('telegram.stopped', { unfinished });
    }
  }

  return {
    name: 'telegram',
    ...(url === undefined || secret === undefined
      ? {}
      : { routes: [{ path: new URL(url).pathname, handle: webhookHandler(secret, accept) }] }),
    run,
    isConnected: () => accepting && isIntroduced && isReached,
    send: async (to, reply) => {
      try {
        await deliver(to, reply);
      } catch (error) {
        throw new Error(`Telegram did not take the message (${describeFailure(error, token)})`);
      }
    },
  };
}

function failureReply({ author }: IncomingMessage, { texts }: AdapterContext): Reply {
  const language = author.language?.startsWith('en') ? 'en' : 'es';
  const text = texts(language).telegram.failure;
  return {
    language,
    blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text }] }],
    sources: [],
    suggestions: [],
  };
}
