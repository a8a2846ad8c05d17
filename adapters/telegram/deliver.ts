import type { Api } from 'grammy';
import type { InlineKeyboardMarkup, LinkPreviewOptions } from 'grammy/types';
import { type ConversationRef, type Logger, type Reply, splitText } from '../../src/messaging/index.ts';
import { isMarkupRefusal, isRefusal, isUnmodified, migratedTo } from './failure.ts';
import { MESSAGE_TEXT } from './fit.ts';
import type { Keyboard, Surroundings } from './keyboard.ts';
import { type Rendered, render } from './render.ts';

/** How replies reach a chat. Both reject with grammY's error when Telegram refuses, or can't be reached. */
export interface Delivery {
  /** Sends a reply, quoting message `quote`. Resolves with the ids of the messages that it took. */
  send(to: ConversationRef, reply: Reply, quote?: string): Promise<readonly number[]>;
  /** Puts a reply in the place of a message of ours. Resolves with false when it can't stand there. */
  replace(message: number, to: ConversationRef, reply: Reply): Promise<boolean>;
}

type Extra = NonNullable<Parameters<Api['sendMessage']>[2]>;

/** What goes with the text of every message: no previews of links, and the buttons if there are any. */
export function messageFields(rows: Keyboard['rows']): {
  reply_markup?: InlineKeyboardMarkup;
  link_preview_options: LinkPreviewOptions;
} {
  return {
    ...(rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows.map((row) => [...row]) } }),
    link_preview_options: { is_disabled: true },
  };
}

/**
 * Delivers through `api`. A group that became a supergroup is followed to its new id, and a message whose
 * markup is refused goes out as plain text.
 */
export function createDelivery(
  api: Pick<Api, 'sendMessage' | 'editMessageText'>,
  logger: Logger,
  surroundingsOf: (reply: Reply) => Surroundings,
): Delivery {
  function rendered(reply: Reply): Rendered {
    const shown = render(reply, surroundingsOf(reply));
    if (shown.keyboard.dropped > 0) {
      logger.warn('telegram.buttons.dropped', { count: shown.keyboard.dropped });
    }
    if (shown.payloads.length === 0) logger.warn('telegram.reply.empty');
    return shown;
  }

  async function send(to: ConversationRef, reply: Reply, quote?: string): Promise<readonly number[]> {
    const { payloads, keyboard } = rendered(reply);
    const topic: Extra = to.threadId === undefined ? {} : { message_thread_id: Number(to.threadId) };
    const question: Extra =
      quote === undefined
        ? {}
        : { reply_parameters: { message_id: Number(quote), allow_sending_without_reply: true } };
    const sent: number[] = [];
    let chat = to.id;

    async function post(text: string, extra: Extra): Promise<void> {
      const all: Extra = { ...topic, ...messageFields([]), ...extra };
      try {
        sent.push((await api.sendMessage(chat, text, all)).message_id);
      } catch (error) {
        const moved = migratedTo(error);
        if (moved === undefined) throw error;
        chat = moved;
        sent.push((await api.sendMessage(chat, text, all)).message_id);
      }
    }

    for (const [index, { html, plain }] of payloads.entries()) {
      const first = index === 0 ? question : {};
      const last = index === payloads.length - 1 ? messageFields(keyboard.rows) : {};
      try {
        await post(html, { ...first, ...last, parse_mode: 'HTML' });
      } catch (error) {
        if (!isMarkupRefusal(error)) throw error;
        logger.warn('telegram.markup.refused');
        const parts = splitText(plain, MESSAGE_TEXT);
        for (const [part, text] of parts.entries()) {
          await post(text, { ...(part === 0 ? first : {}), ...(part === parts.length - 1 ? last : {}) });
        }
      }
    }
    return sent;
  }

  async function replace(message: number, { id }: ConversationRef, reply: Reply): Promise<boolean> {
    const { payloads, keyboard } = rendered(reply);
    const [only, ...others] = payloads;
    if (only === undefined || others.length > 0) return false;
    try {
      await api.editMessageText(id, message, only.html, {
        ...messageFields(keyboard.rows),
        parse_mode: 'HTML',
      });
      return true;
    } catch (error) {
      if (isUnmodified(error)) return true;
      if (isRefusal(error)) return false;
      throw error;
    }
  }

  return { send, replace };
}
