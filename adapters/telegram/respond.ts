import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import {
  type AdapterContext,
  type ConversationRef,
  type IncomingMessage,
  type Input,
  languageOfTag,
  plainText,
  type Reply,
  say,
} from '../../src/messaging/index.ts';
import { createAnsweredQuestions } from './answered.ts';
import type { Delivery } from './deliver.ts';
import { describeFailure, isFinal, isTooLate } from './failure.ts';
import { createInFlight } from './in-flight.ts';
import type { Request } from './incoming.ts';
import { inlinePage } from './inline.ts';

/** How long an answer may take before «typing…» is shown, in milliseconds. */
const TYPING_AFTER = 400;

/** Characters of the text that answers a press: https://core.telegram.org/bots/api#answercallbackquery */
const TOAST = 200;

/** How long Telegram may show the results of an inline query to everybody who writes the same, in seconds. */
const INLINE_CACHE = 300;

/** What the answers need of the adapter. */
export interface Responding {
  readonly api: Api;
  readonly me: UserFromGetMe;
  readonly delivery: Delivery;
  readonly context: AdapterContext;
  readonly token: string;
}

type RequestOf<K extends Request['kind']> = Extract<Request, { kind: K }>;

/** Makes the function that does what a request asks. It never rejects: what fails is logged. */
export function createResponding({
  api,
  me,
  delivery,
  context,
  token,
}: Responding): (request: Request) => Promise<void> {
  const { handle, inbox, find, logger, texts } = context;
  const answered = createAnsweredQuestions();
  const inFlight = createInFlight();
  const report = (event: string) => (error: unknown) =>
    logger.warn(event, { error: describeFailure(error, token) });

  async function replyTo(message: IncomingMessage): Promise<Reply | undefined> {
    const typing = setTimeout(() => void showTyping(message.conversation), TYPING_AFTER);
    try {
      return await handle(message);
    } catch (error) {
      logger.error('telegram.handle.failed', { error: describeFailure(error, token) });
      const language = languageOfTag(message.author.language);
      return say(language, [texts(language).telegram.failure]);
    } finally {
      clearTimeout(typing);
    }
  }

  async function showTyping({ id, threadId }: ConversationRef): Promise<void> {
    const topic = threadId === undefined ? {} : { message_thread_id: Number(threadId) };
    await api.sendChatAction(id, 'typing', topic).catch(report('telegram.typing.failed'));
  }

  /** Stops the button's spinner, whatever becomes of the answer. */
  async function acknowledge(callbackId: string, text?: string): Promise<void> {
    try {
      await api.answerCallbackQuery(callbackId, text === undefined ? {} : { text });
    } catch (error) {
      if (!isTooLate(error)) report('telegram.callback.refused')(error);
    }
  }

  /** Delivers the answer to a message, and settles the message, or releases it when another attempt could succeed. */
  async function conclude(message: IncomingMessage, deliver: () => Promise<unknown>): Promise<void> {
    try {
      await inFlight(async () => {
        await deliver();
        await inbox.settle(message);
      });
    } catch (error) {
      report('telegram.undelivered')(error);
      await (isFinal(error) ? inbox.settle(message) : inbox.release(message));
    }
  }

  async function question({ message, messageId }: RequestOf<'question'>): Promise<void> {
    const { conversation, input } = message;
    const reply = await replyTo(message);
    if (reply === undefined) return inbox.settle(message);
    await conclude(message, async () => {
      const answers = await delivery.send(conversation, reply, quoteIn(message));
      if (messageId !== undefined) answered.remember(conversation.id, messageId, { input, answers });
    });
  }

  async function press({ press: kind, message, messageId, callbackId }: RequestOf<'press'>): Promise<void> {
    const { conversation } = message;
    const spinning = kind === 'vote' ? undefined : acknowledge(callbackId);
    const reply = await replyTo(message);
    const toast = kind === 'vote' && reply !== undefined ? toastOf(reply) : undefined;
    if (spinning === undefined) await acknowledge(callbackId, toast);
    if (reply === undefined || toast !== undefined) await inbox.settle(message);
    else
      await conclude(message, async () => {
        const isTurned = kind === 'turn' && reply.pages !== undefined;
        if (isTurned && (await delivery.replace(messageId, conversation, reply))) return;
        await delivery.send(conversation, reply, quoteIn(message));
      });
    await spinning;
  }

  async function correction({ message, messageId }: RequestOf<'correction'>): Promise<void> {
    const { conversation, input } = message;
    const known = answered.recall(conversation.id, messageId);
    if (known !== undefined && isSame(known.input, input)) return;
    const reply = await replyTo(message);
    if (reply === undefined) return;
    const [only, ...others] = known?.isRecent === true ? known.answers : [];
    const isCorrected =
      only !== undefined && others.length === 0 && (await delivery.replace(only, conversation, reply));
    const answers = isCorrected ? [only] : await delivery.send(conversation, reply, String(messageId));
    answered.remember(conversation.id, messageId, { input, answers });
  }

  async function search({ query }: RequestOf<'search'>): Promise<void> {
    const language = languageOfTag(query.from.language_code);
    const surroundings = { texts: texts(language).telegram, username: me.username };
    const { results, next } = inlinePage(query, find, language, surroundings);
    const options = { is_personal: false, cache_time: INLINE_CACHE, next_offset: next };
    try {
      await api.answerInlineQuery(query.id, results, options);
    } catch (error) {
      if (!isTooLate(error)) throw error;
    }
  }

  function respond(request: Request): Promise<void> {
    switch (request.kind) {
      case 'question':
        return question(request);
      case 'press':
        return press(request);
      case 'correction':
        return correction(request);
      case 'idle-press':
        return acknowledge(request.callbackId);
      case 'search':
        return search(request);
    }
  }

  return (request) => respond(request).catch(report('telegram.update.failed'));
}

/** The whole of a reply when a press can be answered with it, without a message. */
function toastOf(reply: Reply): string | undefined {
  const text = plainText(reply).trim();
  const isWhole = reply.suggestions.length === 0 && reply.pages === undefined;
  return isWhole && text !== '' && Array.from(text).length <= TOAST ? text : undefined;
}

function isSame(a: Input, b: Input): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Among others an answer quotes its question; in a private chat it stands right below it anyway. */
function quoteIn({ conversation, quote }: IncomingMessage): string | undefined {
  return conversation.kind === 'group' ? quote : undefined;
}
