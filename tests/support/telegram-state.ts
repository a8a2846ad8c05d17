import type { Update } from 'grammy/types';
import { createTelegramProfile } from './telegram-profile.ts';
import {
  badRequest,
  checkInlineResults,
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

/** How a press of a button was answered: with a text or without. */
export interface AnsweredCallback {
  readonly id: string;
  readonly text?: string;
}

/** What one call gives: a result, or a refusal. */
export type Outcome = { readonly result: unknown } | Refusal;

/** All that the server knows of chats, messages and buttons. */
export interface TelegramState {
  readonly sent: SentMessage[];
  readonly answeredCallbacks: AnsweredCallback[];
  /** `connections` is how many updates are posted at the same time. */
  webhook: { readonly url: string; readonly secret?: string; readonly connections: number } | undefined;
  /** Learns the chat, the message, the topic and the button of an update that it hands out. */
  learn(update: Update): void;
  /** Does what a method does, but for `getUpdates`. */
  perform(method: string, payload: Payload): Outcome;
}

/** https://core.telegram.org/bots/api#setwebhook */
const USUAL_CONNECTIONS = 40;
const MOST_CONNECTIONS = 100;

/** Makes the state of a server that nobody has written to. */
export function createTelegramState(onSent: (message: SentMessage) => void = () => {}): TelegramState {
  const messages = new Map<string, Set<number>>();
  const topics = new Set<string>();
  const callbacks = new Set<string>();
  const queries = new Set<string>();
  const profile = createTelegramProfile();
  let nextMessageId = 100_000;

  function learn(update: Update): void {
    const {
      message: written,
      edited_message: edited,
      callback_query: callback,
      inline_query: query,
    } = update;
    const message = written ?? edited ?? callback?.message;
    if (callback !== undefined) callbacks.add(callback.id);
    if (query !== undefined) queries.add(query.id);
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
    const sent = { chat, id: nextMessageId, text: read.text, payload };
    state.sent.push(sent);
    onSent(sent);
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
    if (isSame(payload, old.payload)) {
      return badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    }
    state.sent[index] = { ...old, text: read.text, payload };
    return { result: sentResult(old.chat, old.id, read.text) };
  }

  function answerCallbackQuery({ callback_query_id: id, text }: Payload): Outcome {
    if (typeof text === 'string' && Array.from(text).length > 200) return badRequest('MESSAGE_TOO_LONG');
    if (!callbacks.delete(String(id))) return badRequest(TOO_OLD);
    state.answeredCallbacks.push({ id: String(id), ...(typeof text === 'string' ? { text } : {}) });
    return { result: true };
  }

  function answerInlineQuery(payload: Payload): Outcome {
    const refusal = checkInlineResults(payload);
    if (refusal !== undefined) return refusal;
    return queries.delete(String(payload.inline_query_id)) ? { result: true } : badRequest(TOO_OLD);
  }

  function setWebhook(payload: Payload): Outcome {
    const refusal = checkWebhook(payload);
    if (refusal !== undefined) return refusal;
    const secret = payload.secret_token === undefined ? {} : { secret: String(payload.secret_token) };
    const connections = Math.min(Number(payload.max_connections ?? USUAL_CONNECTIONS), MOST_CONNECTIONS);
    state.webhook = { url: String(payload.url), connections, ...secret };
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
        case 'answerInlineQuery':
          return answerInlineQuery(payload);
        case 'sendChatAction':
          return checkTarget(payload) ?? { result: true };
        default:
          return (
            profile.perform(method, payload) ?? {
              error_code: 404,
              description: 'Not Found: method not found',
            }
          );
      }
    },
  };
  return state;
}

function sentResult(chat: string, id: number, text: string): unknown {
  return { message_id: id, date: 1_700_000_000, chat: { id: Number(chat) }, from: BOT, text };
}

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';

function isSame(given: Payload, current: Payload): boolean {
  const shown = ({ text, reply_markup }: Payload) => JSON.stringify([text, reply_markup ?? null]);
  return shown(given) === shown(current);
}
