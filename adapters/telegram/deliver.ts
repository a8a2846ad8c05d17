import type { Api } from 'grammy';
import { type ConversationRef, type Logger, type Reply, splitText } from '../../src/messaging/index.ts';
import { isMarkupRefusal, migratedTo } from './failure.ts';
import { MESSAGE_TEXT } from './fit.ts';
import { type Rendered, render } from './render.ts';

/** Sends a reply to a conversation, quoting message `quote`. Rejects with grammY's error when Telegram refuses. */
export type Deliver = (to: ConversationRef, reply: Reply, quote?: number) => Promise<void>;

type Extra = NonNullable<Parameters<Api['sendMessage']>[2]>;

/** What goes with the text of every message: no previews of links, and the buttons if there are any. */
export function messageFields(keyboard: Rendered['keyboard']): Extra {
  return {
    ...(keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } }),
    link_preview_options: { is_disabled: true },
  };
}

/**
 * Sends replies through `api`. A group that became a supergroup is followed to its new id, and a message
 * whose markup is refused goes out as plain text.
 */
export function createDelivery(api: Api, logger: Logger): Deliver {
  return async (to, reply, quote) => {
    const { payloads, keyboard, dropped } = render(reply);
    if (dropped > 0) logger.warn('telegram.suggestions.dropped', { count: dropped });
    if (payloads.length === 0) logger.warn('telegram.reply.empty');

    const topic: Extra = to.threadId === undefined ? {} : { message_thread_id: Number(to.threadId) };
    const question: Extra =
      quote === undefined
        ? {}
        : { reply_parameters: { message_id: quote, allow_sending_without_reply: true } };
    let chat = to.id;

    async function post(text: string, extra: Extra): Promise<void> {
      const all: Extra = { ...topic, ...messageFields([]), ...extra };
      try {
        await api.sendMessage(chat, text, all);
      } catch (error) {
        const moved = migratedTo(error);
        if (moved === undefined) throw error;
        chat = moved;
        await api.sendMessage(chat, text, all);
      }
    }

    for (const [index, { html, plain }] of payloads.entries()) {
      const first = index === 0 ? question : {};
      const last = index === payloads.length - 1 ? messageFields(keyboard) : {};
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
  };
}
