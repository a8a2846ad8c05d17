import type { Chat, Message } from 'grammy/types';
import { afterEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningBot, startTelegramBot } from '../../support/telegram-bot.ts';
import type { NewUpdate } from '../../support/telegram-server.ts';
import { BOT } from '../../support/telegram-state.ts';
import {
  ANA,
  BOT_MESSAGE,
  edited,
  GROUP,
  inlineQuery,
  message,
  PRIVATE,
  press,
  text,
} from '../../support/telegram-updates.ts';

const running: RunningBot[] = [];

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

const date = 1_700_000_000;
const CHANNEL: Chat.ChannelChat = {
  id: -1_005_555,
  type: 'channel',
  title: 'Canal AGA',
  username: 'canal_aga',
};
const OLD_GROUP: Chat.GroupChat = { id: -4_321, type: 'group', title: 'Mesa' };
const PHOTO = [{ file_id: 'p', file_unique_id: 'p', width: 90, height: 60, file_size: 1_200 }];
const member = (status: string) => ({ user: BOT, status, until_date: 0 });

/** What Telegram can hand over, by the types of its API, and what of it the assistant is asked. */
const SHAPES: readonly (readonly [name: string, update: NewUpdate, input?: Input])[] = [
  ['a private text', text('¿Qué es AGA?'), { kind: 'text', text: '¿Qué es AGA?' }],
  [
    'a text with entities, a preview and a quote of another chat',
    message({
      text: 'Mire https://example.org qué es',
      entities: [{ type: 'url', offset: 5, length: 19 }],
      link_preview_options: { url: 'https://example.org' },
      external_reply: { origin: { type: 'hidden_user', sender_user_name: 'X', date }, chat: CHANNEL },
      quote: { text: 'algo', position: 0, is_manual: true },
    }),
    { kind: 'text', text: 'Mire https://example.org qué es' },
  ],
  [
    'a forwarded text',
    text('Un anuncio', {
      forward_origin: { type: 'channel', chat: CHANNEL, message_id: 7, date, author_signature: 'A' },
    }),
    { kind: 'text', text: 'Un anuncio' },
  ],
  ['a start from a deep link', text('/start abc123'), { kind: 'command', name: 'start', args: 'abc123' }],
  [
    'a photo with a caption, of an album',
    message({ photo: PHOTO, caption: '¿Qué dice?', media_group_id: 'g', has_media_spoiler: true }),
    { kind: 'text', text: '¿Qué dice?' },
  ],
  [
    'a voice note with a caption',
    message({ voice: { file_id: 'v', file_unique_id: 'v', duration: 4 }, caption: 'óigame' }),
    { kind: 'text', text: 'óigame' },
  ],
  [
    'a voice note',
    message({ voice: { file_id: 'v', file_unique_id: 'v', duration: 4, mime_type: 'audio/ogg' } }),
    { kind: 'unsupported', what: 'voice' },
  ],
  [
    'a live location',
    message({ location: { latitude: 4.6, longitude: -74.08, live_period: 900 } }),
    { kind: 'unsupported', what: 'location' },
  ],
  [
    'a contact',
    message({ contact: { phone_number: '+57', first_name: 'L', user_id: 5 } }),
    { kind: 'unsupported', what: 'other' },
  ],
  [
    'a mention in a topic',
    text('@aga_prueba_bot ¿qué es?', {
      chat: { ...GROUP, is_forum: true },
      is_topic_message: true,
      message_thread_id: 42,
    }),
    { kind: 'text', text: '¿qué es?' },
  ],
  [
    'a reply to us in a group',
    text('¿y el cuarto?', { chat: GROUP, reply_to_message: BOT_MESSAGE } as Partial<Message>),
    { kind: 'text', text: '¿y el cuarto?' },
  ],
  ['talk in a group', text('hola a todos', { chat: GROUP })],
  ['an edited question', edited(text('que es'), '¿qué es?'), { kind: 'text', text: '¿qué es?' }],
  [
    'a location that moves',
    {
      edited_message: { ...message({ location: { latitude: 1, longitude: 2 } }).message, edit_date: date },
    } as NewUpdate,
  ],
  ['a press', press('c1', 'ayuda'), { kind: 'choice', id: 'ayuda' }],
  [
    'a press below a message that is not accessible',
    press('c2', '>ver:a:1', PRIVATE, { message_id: 3, date: 0 }),
    { kind: 'choice', id: 'ver:a:1' },
  ],
  [
    'a press below a message sent through inline mode',
    { callback_query: { id: 'c3', from: ANA, chat_instance: 'x', inline_message_id: 'i', data: 'a' } },
  ],
  ['a game', { callback_query: { id: 'c4', from: ANA, chat_instance: 'x', game_short_name: 'g' } }],
  ['an inline query', inlineQuery('q1', 'justicia')],
  ['a chosen result', { chosen_inline_result: { result_id: 'a', from: ANA, query: 'justicia' } }],
  [
    'a channel post',
    { channel_post: { message_id: 5, date, chat: CHANNEL, sender_chat: CHANNEL, text: 'Nota' } } as NewUpdate,
  ],
  [
    'an edited channel post',
    {
      edited_channel_post: { message_id: 5, date, edit_date: date, chat: CHANNEL, text: 'Nota' },
    } as NewUpdate,
  ],
  [
    'the post of the linked channel',
    message({
      chat: GROUP,
      sender_chat: CHANNEL,
      is_automatic_forward: true,
      text: '/ayuda',
    } as Partial<Message>),
  ],
  [
    'the bot is blocked',
    {
      my_chat_member: {
        chat: PRIVATE,
        from: ANA,
        date,
        old_chat_member: member('member'),
        new_chat_member: member('kicked'),
      },
    } as NewUpdate,
  ],
  ['the bot is added', message({ chat: GROUP, new_chat_members: [BOT] })],
  ['the bot is removed', message({ chat: GROUP, left_chat_member: BOT })],
  ['a group that moves', message({ chat: OLD_GROUP, migrate_to_chat_id: GROUP.id })],
  ['a group that moved', message({ chat: GROUP, migrate_from_chat_id: OLD_GROUP.id })],
  [
    'a topic',
    message({ chat: GROUP, forum_topic_created: { name: 'T', icon_color: 7_322_096 }, message_thread_id: 9 }),
  ],
  [
    'a pinned message',
    message({ chat: GROUP, pinned_message: { chat: GROUP, message_id: 2, date: 0 } } as Partial<Message>),
  ],
  ['a video chat', message({ chat: GROUP, video_chat_ended: { duration: 9 } })],
  [
    'a connected business',
    {
      business_connection: {
        id: 'b',
        user: ANA,
        user_chat_id: ANA.id,
        date,
        rights: { can_reply: true },
        is_enabled: true,
      },
    },
  ],
  [
    'a message to a business',
    { business_message: { ...text('¿abren hoy?').message, business_connection_id: 'b' } } as NewUpdate,
  ],
  [
    'deleted messages of a business',
    { deleted_business_messages: { business_connection_id: 'b', chat: PRIVATE, message_ids: [1] } },
  ],
  ['a message to a guest', { guest_message: { ...text('hola').message, guest_query_id: 'g' } } as NewUpdate],
  [
    'a reaction',
    {
      message_reaction: {
        chat: GROUP,
        message_id: 1,
        user: ANA,
        date,
        old_reaction: [],
        new_reaction: [{ type: 'emoji', emoji: '👍' }],
      },
    },
  ],
  [
    'a vote in a poll',
    { poll_answer: { poll_id: 'p', user: ANA, option_ids: [0], option_persistent_ids: ['a'] } },
  ],
  ['a request to join', { chat_join_request: { chat: GROUP, from: ANA, user_chat_id: ANA.id, date } }],
  ['nothing known', { something_new: { id: 1 } } as NewUpdate],
];

describe.each(['polling', 'webhook'] as const)('what Telegram hands over, %s', (mode) => {
  it('is answered when it asks something, and harms nothing when it does not', async () => {
    const asked: Input[] = [];
    const bot = await startTelegramBot(
      async ({ input }) => {
        asked.push(input);
        return textReply('Respuesta.');
      },
      { mode },
    );
    running.push(bot);
    for (const [, update] of SHAPES) {
      if (mode === 'polling') bot.server.push(update);
      else expect(await bot.server.deliver(update)).toBe(200);
    }
    const expected = SHAPES.flatMap(([, , input]) => input ?? []);
    await bot.server.until(() => bot.server.sent.length === expected.length);
    await bot.server.until(() => bot.server.answeredCallbacks.length === 4);
    await bot.server.until(() => bot.server.callsOf('answerInlineQuery').length === 1);
    const sorted = (inputs: readonly Input[]) => inputs.map((input) => JSON.stringify(input)).sort();
    expect(sorted(asked)).toEqual(sorted(expected));
    expect(bot.logger.entries.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });
});
