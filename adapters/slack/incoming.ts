import { z } from 'zod';
import type { IncomingMessage } from '../../src/messaging/index.ts';
import { channelConversation, personalConversation, privateConversation } from './conversation.ts';
import { type FindCommand, textInput, unsupportedInput, wordsInput } from './input.ts';
import { VIEWS } from './modals.ts';
import { readSlackText } from './slack-text.ts';

/** What is needed to read an event. */
export interface Reader {
  /** The id of the bot's own user. */
  readonly me: string;
  readonly findCommand: FindCommand;
}

/** Kinds of message that a person writes; all others tell of edits, joins and the like. */
const WRITTEN: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast']);

const messageSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  channel_type: z.string().nullish(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  subtype: z.string().nullish(),
  text: z.string().nullish(),
  thread_ts: z.string().nullish(),
  files: z.array(z.object({ mimetype: z.string().nullish() })).nullish(),
});

type SlackMessageEvent = z.output<typeof messageSchema>;

/** A `message` event: only what a person writes to the bot in private. Channels speak by `readMention`. */
export function readDirectMessage(event: unknown, reader: Reader): IncomingMessage | undefined {
  const parsed = messageSchema.safeParse(event);
  return parsed.success && parsed.data.channel_type === 'im' ? readWritten(parsed.data, reader) : undefined;
}

/** An `app_mention` event: the answer goes to the thread of the message, or opens one under it. */
export function readMention(event: unknown, reader: Reader): IncomingMessage | undefined {
  const parsed = messageSchema.safeParse(event);
  return parsed.success ? readWritten(parsed.data, reader) : undefined;
}

function readWritten(event: SlackMessageEvent, { me, findCommand }: Reader): IncomingMessage | undefined {
  const { channel, ts, user, bot_id, subtype, text, thread_ts, files } = event;
  if (typeof bot_id === 'string' || typeof user !== 'string' || user === me) return undefined;
  if (typeof subtype === 'string' && !WRITTEN.has(subtype)) return undefined;
  const words = readSlackText(text ?? '', me);
  const isEmpty = words === '' && ((files ?? []).length > 0 || (text ?? '') === '');
  const thread = thread_ts ?? (channel.startsWith('D') ? undefined : ts);
  return {
    id: `${channel}:${ts}`,
    platform: 'slack',
    conversation: channelConversation(channel, thread),
    author: { id: user },
    input: isEmpty ? unsupportedInput(mediaTypes(files)) : textInput(words, findCommand),
  };
}

const commandSchema = z.object({
  channel_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
  text: z.string().default(''),
});

/** Our slash command: a private conversation with whoever typed it. */
export function readCommand(body: unknown, { me, findCommand }: Reader): IncomingMessage | undefined {
  const parsed = commandSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { channel_id, user_id, trigger_id, text } = parsed.data;
  return {
    id: trigger_id,
    platform: 'slack',
    conversation: privateConversation(channel_id, user_id),
    author: { id: user_id },
    input: wordsInput(readSlackText(text, me), findCommand),
  };
}

const shortcutSchema = z.object({
  trigger_id: z.string(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  message: messageSchema.pick({ text: true, files: true }),
});

/** The shortcut of a message: its text is asked in private by whoever used it. */
export function readMessageShortcut(body: unknown, { me }: Reader): IncomingMessage | undefined {
  const parsed = shortcutSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { trigger_id, user, channel, message } = parsed.data;
  const text = readSlackText(message.text ?? '', me);
  return {
    id: trigger_id,
    platform: 'slack',
    conversation: privateConversation(channel.id, user.id),
    author: { id: user.id },
    input: text === '' ? unsupportedInput(mediaTypes(message.files)) : { kind: 'text', text },
  };
}

const submissionSchema = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    state: z.object({
      values: z.object({
        [VIEWS.question]: z.object({ [VIEWS.question]: z.object({ value: z.string().nullish() }) }),
      }),
    }),
  }),
});

/** A question from a modal. A modal asks once, so that one submitted twice has the same id. */
export function readSubmission(body: unknown, { findCommand }: Reader): IncomingMessage | undefined {
  const parsed = submissionSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { user, view } = parsed.data;
  const { value } = view.state.values[VIEWS.question][VIEWS.question];
  return {
    id: `view:${view.id}`,
    platform: 'slack',
    conversation: personalConversation(user.id),
    author: { id: user.id },
    input: textInput((value ?? '').trim(), findCommand),
  };
}

function mediaTypes(files: SlackMessageEvent['files']): (string | undefined)[] {
  return (files ?? []).map((file) => file.mimetype ?? undefined);
}
