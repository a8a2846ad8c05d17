import type { Update } from 'grammy/types';
import {
  badRequest,
  checkCommands,
  checkWebhook,
  type Payload,
  type Refusal,
  readMessageText,
} from './telegram-rules.ts';

/** Our bot, as `getMe` tells it. */
export const BOT = { id: 7_000_001, is_bot: true, first_name: 'AGA', username: 'aga_prueba_bot' } as const;

/** A message that the bot sent, as the person sees it. */
export interface SentMessage {
  readonly chat: string;
  readonly id: number;
  readonly text: string;
  readonly payload: Payload;
}

/** What one call gives: a result, or a refusal. */
export type Outcome = { readonly result: unknown } | Refusal;

/** All that the server knows of chats, messages and buttons. */
export interface TelegramState {
  readonly sent: SentMessage[];
  readonly answeredCallbacks: string[];
  webhook: { readonly url: string; readonly secret?: string } | undefined;
  /** Learns the chat, the message, the topic and the button of an update that it hands out. */
  learn(update: Update): void;
  /** Does what a method does, but for `getUpdates`. */
  perform(method: string, payload: Payload): Outcome;
}

/** Makes the state of a server that nobody has written to. */
export function createTelegramState(): TelegramState {
  const messages = new Map<string, Set<number>>();
  const topics = new Set<string>();
  const callbacks = new Set<string>();
  let nextMessageId = 100_000;

  function learn({ message: written, callback_query: callback }: Update): void {
    const message = written ?? callback?.message;
    if (callback !== undefined) callbacks.add(callback.id);
    if (message === undefined) return;
    const chat = String(message.chat.id);
    messages.set(chat, (messages.get(chat) ?? new Set()).add(message.message_id));
    if ('message_thread_id' in message) topics.add(`${chat}/${message.message_thread_id}`);
  }

  function checkTarget(payload: Payload): Refusal | undefined {
    const chat = String(payload.chat_id);
    const known = messages.get(chat);
    if (known === undefined) return badRequest('chat not found');
    if (payload.message_thread_id !== undefined && !topics.has(`${chat}/${payload.message_thread_id}`)) {
      return badRequest('message thread not found');
    }
    const target = payload.reply_parameters as
      | { message_id: number; allow_sending_without_reply?: boolean }
      | undefined;
    if (target === undefined || known.has(target.message_id) || target.allow_sending_without_reply) {
      return undefined;
    }
    return badRequest('message to be replied not found');
  }

  function sendMessage(payload: Payload): Outcome {
    const refusal = checkTarget(payload);
    if (refusal !== undefined) return refusal;
    const read = readMessageText(payload);
    if (!('text' in read)) return read;
    const chat = String(payload.chat_id);
    nextMessageId += 1;
    messages.get(chat)?.add(nextMessageId);
    state.sent.push({ chat, id: nextMessageId, text: read.text, payload });
    return { result: sentResult(chat, nextMessageId, read.text) };
  }

  function editMessageText(payload: Payload): Outcome {
    const index = state.sent.findIndex(
      ({ chat, id }) => chat === String(payload.chat_id) && id === payload.message_id,
    );
    const old = state.sent[index];
    if (old === undefined) return badRequest('message to edit not found');
    const read = readMessageText(payload);
    if (!('text' in read)) return read;
    if (read.text === old.text && payload.reply_markup === undefined) {
      return badRequest('message is not modified');
    }
    state.sent[index] = { ...old, text: read.text, payload };
    return { result: sentResult(old.chat, old.id, read.text) };
  }

  function answerCallbackQuery({ callback_query_id: id, text }: Payload): Outcome {
    if (typeof text === 'string' && Array.from(text).length > 200) return badRequest('MESSAGE_TOO_LONG');
    if (!callbacks.delete(String(id))) {
      return badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    state.answeredCallbacks.push(String(id));
    return { result: true };
  }

  function setWebhook(payload: Payload): Outcome {
    const refusal = checkWebhook(payload);
    if (refusal !== undefined) return refusal;
    const secret = payload.secret_token === undefined ? {} : { secret: String(payload.secret_token) };
    state.webhook = { url: String(payload.url), ...secret };
    return { result: true };
  }

  const state: TelegramState = {
    sent: [],
    answeredCallbacks: [],
    webhook: undefined,
    learn,
    perform(method, payload) {
      switch (method) {
        case 'getMe':
          return { result: { ...BOT, can_join_groups: true, can_read_all_group_messages: false } };
        case 'setMyCommands':
          return checkCommands(payload) ?? { result: true };
        case 'setWebhook':
          return setWebhook(payload);
        case 'deleteWebhook':
          state.webhook = undefined;
          return { result: true };
        case 'sendMessage':
          return sendMessage(payload);
        case 'editMessageText':
          return editMessageText(payload);
        case 'answerCallbackQuery':
          return answerCallbackQuery(payload);
        case 'sendChatAction':
          return checkTarget(payload) ?? { result: true };
        default:
          return { error_code: 404, description: 'Not Found: method not found' };
      }
    },
  };
  return state;
}

function sentResult(chat: string, id: number, text: string): unknown {
  return { message_id: id, date: 1_700_000_000, chat: { id: Number(chat) }, from: BOT, text };
}
