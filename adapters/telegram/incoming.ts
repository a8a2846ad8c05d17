import type { CallbackQuery, Chat, InlineQuery, Message, Update, UserFromGetMe } from 'grammy/types';
import type { ConversationRef, IncomingMessage, Input } from '../../src/messaging/index.ts';
import { mentionsOf, withoutMentions } from './mention.ts';
import { type PressKind, readPress } from './press.ts';
import { unsupportedKind } from './unsupported.ts';

/** What must be known of our bot to tell what is meant for it. */
export interface BotIdentity {
  readonly me: Pick<UserFromGetMe, 'id' | 'username'>;
  /** Whether a command is ours: in a group, `/x` without a name may be meant for another bot. */
  readonly knowsCommand: (name: string) => boolean;
}

/**
 * What an update asks of us. `messageId` is the person's message, or the one with the pressed button; it is
 * not known of a question that another process left open.
 */
export type Request =
  | { readonly kind: 'question'; readonly message: IncomingMessage; readonly messageId?: number }
  | { readonly kind: 'correction'; readonly message: IncomingMessage; readonly messageId: number }
  | {
      readonly kind: 'press';
      readonly press: PressKind;
      readonly message: IncomingMessage;
      readonly messageId: number;
      readonly callbackId: string;
    }
  | { readonly kind: 'idle-press'; readonly callbackId: string }
  | { readonly kind: 'search'; readonly query: InlineQuery };

/**
 * Reads an update: a message in a private chat, one that is meant for us in a group, the same once edited, a
 * pressed button, or a query of inline mode. Nothing for the rest: other people's talk, bots, service
 * messages, channels.
 */
export function readUpdate(update: Update, bot: BotIdentity): Request | undefined {
  const { update_id: id, callback_query: callback, message, edited_message: edited, inline_query } = update;
  if (callback !== undefined) return readPressed(id, callback, bot);
  if (inline_query !== undefined) return { kind: 'search', query: inline_query };
  if (message !== undefined) {
    const read = readMessage(id, message, bot);
    return read && { kind: 'question', message: read, messageId: message.message_id };
  }
  return edited === undefined ? undefined : readEdited(id, edited, bot);
}

/** An edit that changes no words, such as a location that moves, corrects nothing. */
function readEdited(id: number, edited: Message, bot: BotIdentity): Request | undefined {
  const message = readMessage(id, edited, bot);
  if (message === undefined || message.input.kind === 'unsupported') return undefined;
  return { kind: 'correction', message, messageId: edited.message_id };
}

/**
 * A button without data, of another bot's message, or of a message that we can't tell the chat of asks for
 * nothing. A message too old to be seen can't be changed either: another page of it comes as a new message.
 */
function readPressed(id: number, callback: CallbackQuery, { me }: BotIdentity): Request {
  const { id: callbackId, data = '', message, from } = callback;
  const pressed = readPress(data);
  const isSeen = message !== undefined && message.date !== 0;
  const isOurs = !isSeen || message.from === undefined || message.from.id === me.id;
  if (message === undefined || pressed === undefined || message.chat.type === 'channel' || !isOurs) {
    return { kind: 'idle-press', callbackId };
  }
  const topic = message.is_topic_message === true ? message.message_thread_id : undefined;
  const author = { id: String(from.id), ...language(from.language_code) };
  const input: Input = { kind: 'choice', id: pressed.id };
  return {
    kind: 'press',
    press: pressed.kind === 'turn' && !isSeen ? 'open' : pressed.kind,
    message: incoming(id, message.chat, topic, message.message_id, author, input),
    messageId: message.message_id,
    callbackId,
  };
}

function readMessage(id: number, message: Message, bot: BotIdentity): IncomingMessage | undefined {
  const { chat, from, sender_chat: onBehalfOf } = message;
  const writer = onBehalfOf ?? from;
  if (writer === undefined || isAutomatic(message, bot)) return undefined;
  const input = readInput(message, bot);
  if (input === undefined) return undefined;
  const topic = message.is_topic_message ? message.message_thread_id : undefined;
  const author = { id: String(writer.id), ...language(from?.language_code) };
  return incoming(id, chat, topic, message.message_id, author, input);
}

/** Who writes in the name of a chat, such as an anonymous administrator, comes as a bot but is a person. */
function isAutomatic(message: Message, { me }: BotIdentity): boolean {
  const byBot = message.from?.is_bot === true && message.sender_chat === undefined;
  return byBot || message.is_automatic_forward === true || message.via_bot?.id === me.id;
}

function readInput(message: Message, { me, knowsCommand }: BotIdentity): Input | undefined {
  const written = message.text ?? message.caption ?? '';
  const mentions = mentionsOf(written, message.entities ?? message.caption_entities ?? [], me);
  const text = withoutMentions(written, mentions);
  const addressed =
    message.chat.type === 'private' || mentions.length > 0 || isReplyTo(me, message.reply_to_message);

  const command = COMMAND.exec(text)?.groups;
  if (command !== undefined) {
    const name = (command.name ?? '').toLowerCase();
    const ours =
      command.bot === undefined
        ? addressed || knowsCommand(name)
        : command.bot.toLowerCase() === me.username.toLowerCase();
    return ours ? { kind: 'command', name, args: (command.args ?? '').trim() } : undefined;
  }
  if (!addressed) return undefined;
  if (text.trim() !== '') return { kind: 'text', text };
  const what = unsupportedKind(message);
  if (what !== undefined) return { kind: 'unsupported', what };
  return message.text === undefined ? undefined : { kind: 'text', text: '' };
}

/** Every message of a topic comes as a reply to the one that opened it, which says nothing. */
function isReplyTo(me: BotIdentity['me'], message: Message | undefined): boolean {
  return message?.from?.id === me.id && message.forum_topic_created === undefined;
}

/** A command as Telegram marks it: 1 to 32 characters of A-Z a-z 0-9 _, then maybe the name of a bot. */
const COMMAND = /^\/(?<name>\w{1,32})(?:@(?<bot>\w+))?(?:\s+(?<args>[\s\S]*))?$/;

function incoming(
  id: number,
  chat: Chat,
  topic: number | undefined,
  messageId: number,
  author: IncomingMessage['author'],
  input: Input,
): IncomingMessage {
  const kind = chat.type === 'private' ? 'direct' : 'group';
  const thread = topic === undefined ? {} : { threadId: String(topic) };
  const conversation: ConversationRef = { id: String(chat.id), kind, ...thread };
  return { id: String(id), platform: 'telegram', conversation, author, input, quote: String(messageId) };
}

function language(code: string | undefined): { language?: string } {
  return code === undefined ? {} : { language: code };
}
