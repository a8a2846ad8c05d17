import type { CallbackQuery, Chat, Message, Update, UserFromGetMe } from 'grammy/types';
import type { ConversationRef, IncomingMessage, Input } from '../../src/messaging/index.ts';
import { mentionsOf, withoutMentions } from './mention.ts';
import { unsupportedKind } from './unsupported.ts';

/** What must be known of our bot to tell what is meant for it. */
export interface BotIdentity {
  readonly me: Pick<UserFromGetMe, 'id' | 'username'>;
  /** Whether a command is ours: in a group, `/x` without a name may be meant for another bot. */
  readonly knowsCommand: (name: string) => boolean;
}

/** A message for the assistant. `quote` is the message to reply to, in groups. */
export interface Incoming {
  readonly message: IncomingMessage;
  readonly quote?: number;
}

/**
 * Reads an update: a message in a private chat, one that is meant for us in a group, or a pressed button.
 * Nothing for the rest: other people's talk, bots, service messages, edits, channels.
 */
export function readUpdate(update: Update, bot: BotIdentity): Incoming | undefined {
  const { update_id: id, callback_query: callback, message } = update;
  if (callback !== undefined) return readChoice(id, callback);
  if (message !== undefined) return readMessage(id, message, bot);
  return undefined;
}

function readChoice(id: number, { data, message, from }: CallbackQuery): Incoming | undefined {
  if (data === undefined || message === undefined || message.chat.type === 'channel') return undefined;
  const topic =
    'is_topic_message' in message && message.is_topic_message ? message.message_thread_id : undefined;
  const author = { id: String(from.id), ...language(from.language_code) };
  return incoming(id, message.chat, topic, message.message_id, author, { kind: 'choice', id: data });
}

function readMessage(id: number, message: Message, bot: BotIdentity): Incoming | undefined {
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
    message.chat.type === 'private' || mentions.length > 0 || message.reply_to_message?.from?.id === me.id;

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

/** A command as Telegram marks it: 1 to 32 characters of A-Z a-z 0-9 _, then maybe the name of a bot. */
const COMMAND = /^\/(?<name>\w{1,32})(?:@(?<bot>\w+))?(?:\s+(?<args>[\s\S]*))?$/;

function incoming(
  id: number,
  chat: Chat,
  topic: number | undefined,
  messageId: number,
  author: IncomingMessage['author'],
  input: Input,
): Incoming {
  const kind = chat.type === 'private' ? 'direct' : 'group';
  const thread = topic === undefined ? {} : { threadId: String(topic) };
  const conversation: ConversationRef = { id: String(chat.id), kind, ...thread };
  const message = { id: String(id), platform: 'telegram', conversation, author, input };
  return kind === 'direct' ? { message } : { message, quote: messageId };
}

function language(code: string | undefined): { language?: string } {
  return code === undefined ? {} : { language: code };
}
