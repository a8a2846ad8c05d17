import type { Chat, Message, MessageEntity, User } from 'grammy/types';
import type { NewUpdate } from './telegram-server.ts';
import { BOT } from './telegram-state.ts';

/** A person who writes from an app in Spanish. */
export const ANA: User = { id: 501, is_bot: false, first_name: 'Ana', language_code: 'es' };

/** Ana's private chat with the bot. */
export const PRIVATE: Chat.PrivateChat = { id: 501, type: 'private', first_name: 'Ana' };

/** A group where the bot is a member. */
export const GROUP: Chat.SupergroupChat = { id: -1_001_234, type: 'supergroup', title: 'Gobierno abierto' };

/** A message that the bot wrote before. */
export const BOT_MESSAGE = {
  message_id: 11,
  date: 1_700_000_000,
  chat: GROUP,
  from: BOT,
  text: 'Hola.',
} as const;

let nextMessageId = 20;

/** A message with these fields; from Ana, in her private chat, unless they say otherwise. */
export function message(fields: Partial<Message>): NewUpdate {
  nextMessageId += 1;
  return {
    message: {
      message_id: nextMessageId,
      date: 1_700_000_000,
      chat: PRIVATE,
      from: ANA,
      ...fields,
    } as Message & NonNullable<NewUpdate['message']>,
  };
}

/** A text with the entities that Telegram marks in it: commands and mentions. */
export function text(words: string, fields: Partial<Message> = {}): NewUpdate {
  return message({ text: words, entities: entitiesOf(words), ...fields } as Partial<Message>);
}

/** A text in the group. */
export function groupText(words: string, fields: Partial<Message> = {}): NewUpdate {
  return text(words, { chat: GROUP, ...fields });
}

/** A press of the button with this data, under a message of the bot in `chat`: an old one, or `pressed`. */
export function press(
  id: string,
  data: string,
  chat: Chat.PrivateChat | Chat.SupergroupChat = PRIVATE,
  pressed: Partial<Message> = { message_id: 11, text: 'Hola.' },
): NewUpdate {
  const message = { date: 1_700_000_000, chat, from: BOT, ...pressed } as Message;
  return { callback_query: { id, from: ANA, chat_instance: 'x', data, message } };
}

/** The message of an update, edited to these words. */
export function edited({ message: original }: NewUpdate, words: string): NewUpdate {
  return {
    edited_message: {
      ...original,
      edit_date: 1_700_000_060,
      text: words,
      entities: entitiesOf(words),
    } as NonNullable<NewUpdate['edited_message']>,
  };
}

/** What Ana writes after the name of the bot, in any chat. */
export function inlineQuery(id: string, query: string, offset = ''): NewUpdate {
  return { inline_query: { id, from: ANA, query, offset, chat_type: 'private' } };
}

function entitiesOf(words: string): MessageEntity[] {
  return [...words.matchAll(/(?<=^|\s)(?:\/\w+(?:@\w+)?|@\w+)/g)].map((match) => ({
    type: match[0].startsWith('/') ? 'bot_command' : 'mention',
    offset: match.index,
    length: match[0].length,
  }));
}
