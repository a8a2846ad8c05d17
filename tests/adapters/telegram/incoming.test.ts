import type { Message, Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { type BotIdentity, type Request, readUpdate } from '../../../adapters/telegram/incoming.ts';
import type { IncomingMessage, Input, UnsupportedKind } from '../../../src/messaging/index.ts';
import type { NewUpdate } from '../../support/telegram-server.ts';
import { BOT } from '../../support/telegram-state.ts';
import {
  ANA,
  BOT_MESSAGE,
  edited,
  GROUP,
  groupText,
  inlineQuery,
  message,
  PRIVATE,
  press,
  text,
} from '../../support/telegram-updates.ts';

const identity: BotIdentity = { me: BOT, knowsCommand: (name) => name === 'ayuda' };

function request(update: NewUpdate): Request | undefined {
  return readUpdate({ update_id: 9_001, ...update } as Update, identity);
}

function read(update: NewUpdate): IncomingMessage | undefined {
  const asked = request(update);
  return asked !== undefined && 'message' in asked ? asked.message : undefined;
}

function inputOf(update: NewUpdate): Input | undefined {
  return read(update)?.input;
}

const stranger = { id: 9, is_bot: true, first_name: 'Otro', username: 'otro_bot' };

const FILE = { file_id: 'f', file_unique_id: 'u' };

describe('in a private chat', () => {
  it('takes a text as written, with who and where', () => {
    const update = text('¿Qué es  un plan?\nGracias');
    expect(request(update)).toEqual({
      kind: 'question',
      messageId: update.message?.message_id,
      message: {
        id: '9001',
        platform: 'telegram',
        conversation: { id: '501', kind: 'direct' },
        author: { id: '501', language: 'es' },
        input: { kind: 'text', text: '¿Qué es  un plan?\nGracias' },
        quote: String(update.message?.message_id),
      },
    });
  });

  it('keeps the topic of a private chat with topics', () => {
    const incoming = read(text('hola', { is_topic_message: true, message_thread_id: 7 }));
    expect(incoming?.conversation).toEqual({ id: '501', kind: 'direct', threadId: '7' });
  });

  it.each<[string, Input | undefined]>([
    ['/ayuda', { kind: 'command', name: 'ayuda', args: '' }],
    ['/Ayuda  planes  abiertos ', { kind: 'command', name: 'ayuda', args: 'planes  abiertos' }],
    ['/start ref_1', { kind: 'command', name: 'start', args: 'ref_1' }],
    ['/ayuda@AGA_Prueba_Bot', { kind: 'command', name: 'ayuda', args: '' }],
    ['/ayuda@otro_bot', undefined],
    ['/ayuda: ¿qué es?', { kind: 'text', text: '/ayuda: ¿qué es?' }],
    ['/', { kind: 'text', text: '/' }],
    ['vea /ayuda', { kind: 'text', text: 'vea /ayuda' }],
  ])('reads %j', (words, input) => {
    expect(inputOf(text(words))).toEqual(input);
  });

  it.each<[string, Partial<Message>, UnsupportedKind]>([
    ['photo', { photo: [{ ...FILE, width: 90, height: 90 }] }, 'photo'],
    ['voice', { voice: { ...FILE, duration: 3 } }, 'voice'],
    ['audio', { audio: { ...FILE, duration: 3 } }, 'voice'],
    ['video', { video: { ...FILE, width: 9, height: 9, duration: 3 } }, 'video'],
    ['video note', { video_note: { ...FILE, length: 9, duration: 3 } }, 'video'],
    ['animation', { animation: { ...FILE, width: 9, height: 9, duration: 3 }, document: FILE }, 'video'],
    ['document', { document: FILE }, 'file'],
    ['location', { location: { latitude: 4.6, longitude: -74.1 } }, 'location'],
    [
      'venue',
      {
        venue: { location: { latitude: 4.6, longitude: -74.1 }, title: 'a', address: 'b' },
        location: { latitude: 4.6, longitude: -74.1 },
      },
      'location',
    ],
    ['contact', { contact: { phone_number: '1', first_name: 'a' } }, 'other'],
    ['dice', { dice: { emoji: '🎲', value: 3 } }, 'other'],
  ])('says that a %s is not read', (_name, fields, what) => {
    expect(inputOf(message(fields))).toEqual({ kind: 'unsupported', what });
  });

  it('reads the caption of a photo, and not an empty one', () => {
    const photo = [{ ...FILE, width: 90, height: 90 }];
    expect(inputOf(message({ photo, caption: '¿Qué es esto?' }))).toEqual({
      kind: 'text',
      text: '¿Qué es esto?',
    });
    expect(inputOf(message({ photo, caption: ' ' }))).toEqual({ kind: 'unsupported', what: 'photo' });
  });
});

describe('in a group', () => {
  it('keeps silent while people talk', () => {
    expect(read(groupText('hola a todos'))).toBeUndefined();
    expect(read(groupText('hola @otra_persona'))).toBeUndefined();
    expect(read(message({ chat: GROUP, voice: { ...FILE, duration: 2 } }))).toBeUndefined();
  });

  it.each<[string, Input | undefined]>([
    ['@aga_prueba_bot ¿qué es AGA?', { kind: 'text', text: '¿qué es AGA?' }],
    ['@AGA_Prueba_Bot, ¿qué es AGA?', { kind: 'text', text: '¿qué es AGA?' }],
    ['¿qué es AGA? @aga_prueba_bot', { kind: 'text', text: '¿qué es AGA?' }],
    ['dime @aga_prueba_bot ¿qué es? @aga_prueba_bot', { kind: 'text', text: 'dime ¿qué es?' }],
    ['@aga_prueba_bot', { kind: 'text', text: '' }],
    ['@aga_prueba_bot /temas', { kind: 'command', name: 'temas', args: '' }],
    ['@aga_prueba_bot2 ¿qué es AGA?', undefined],
    ['/ayuda', { kind: 'command', name: 'ayuda', args: '' }],
    ['/ayuda@aga_prueba_bot planes', { kind: 'command', name: 'ayuda', args: 'planes' }],
    ['/cualquiera@aga_prueba_bot', { kind: 'command', name: 'cualquiera', args: '' }],
    ['/ayuda@otro_bot', undefined],
    ['/cualquiera', undefined],
  ])('reads %j', (words, input) => {
    expect(inputOf(groupText(words))).toEqual(input);
  });

  it('takes a reply to a message of ours, and quotes the question', () => {
    const update = groupText('¿y el tercero?', { reply_to_message: BOT_MESSAGE } as Partial<Message>);
    const incoming = read(update);
    expect(incoming?.conversation).toEqual({ id: String(GROUP.id), kind: 'group' });
    expect(incoming?.input).toEqual({ kind: 'text', text: '¿y el tercero?' });
    expect(incoming?.quote).toBe(String(update.message?.message_id));
  });

  it('keeps silent on a reply to somebody else', () => {
    const other = { ...BOT_MESSAGE, from: ANA };
    expect(
      read(groupText('¿y el tercero?', { reply_to_message: other } as Partial<Message>)),
    ).toBeUndefined();
  });

  it('reads a name that is a link to us', () => {
    const entities = [{ type: 'text_mention' as const, offset: 0, length: 3, user: BOT }];
    expect(inputOf(groupText('AGA ¿qué es un plan?', { entities }))).toEqual({
      kind: 'text',
      text: '¿qué es un plan?',
    });
  });

  it('takes a caption that names us', () => {
    const entity = { type: 'mention' as const, offset: 0, length: 15 };
    const update = message({
      chat: GROUP,
      photo: [{ ...FILE, width: 9, height: 9 }],
      caption: '@aga_prueba_bot ¿qué es?',
      caption_entities: [entity],
    });
    expect(inputOf(update)).toEqual({ kind: 'text', text: '¿qué es?' });
  });

  it('keeps a topic, and no thread of a group without topics', () => {
    const inTopic = groupText('/ayuda', { is_topic_message: true, message_thread_id: 42 });
    expect(read(inTopic)?.conversation.threadId).toBe('42');
    expect(read(groupText('/ayuda', { message_thread_id: 42 }))?.conversation).not.toHaveProperty('threadId');
  });

  it('answers an anonymous administrator, and knows the author by the group', () => {
    const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
    const incoming = read(groupText('/ayuda', { from: anonymous, sender_chat: GROUP }));
    expect(incoming?.author).toEqual({ id: String(GROUP.id) });
  });
});

describe('what nobody asked', () => {
  it.each<[string, NewUpdate]>([
    ['a bot', text('hola', { from: stranger })],
    ['a bot that names us', groupText('@aga_prueba_bot hola', { from: stranger })],
    ['a message sent through us', text('hola', { via_bot: BOT })],
    [
      'a forward from the linked channel',
      groupText('/ayuda', { sender_chat: GROUP, is_automatic_forward: true }),
    ],
    ['someone joining', message({ chat: GROUP, new_chat_members: [ANA] })],
    ['a pinned message', message({ pinned_message: BOT_MESSAGE } as Partial<Message>)],
    ['a group that moves', message({ chat: GROUP, migrate_to_chat_id: -1 })],
    ['an edit that is not for us', edited(groupText('hola'), 'hola a todos')],
    [
      'a location that moves',
      { edited_message: message({ location: { latitude: 4, longitude: 5 } }).message } as NewUpdate,
    ],
    [
      'a channel post',
      {
        channel_post: { message_id: 1, date: 1, chat: { id: -5, type: 'channel', title: 'C' }, text: 'a' },
      } as NewUpdate,
    ],
    ['an update of another kind', {}],
  ])('leaves alone: %s', (_name, update) => {
    expect(request(update)).toBeUndefined();
  });
});

describe('an edited message', () => {
  it('is a correction, of the message that it was', () => {
    const update = text('hola');
    expect(request(edited(update, '¿Qué es AGA?'))).toMatchObject({
      kind: 'correction',
      messageId: update.message?.message_id,
      message: { input: { kind: 'text', text: '¿Qué es AGA?' } },
    });
  });

  it('is one in a group once it names us', () => {
    expect(request(edited(groupText('¿qué es AGA?'), '@aga_prueba_bot ¿qué es AGA?'))).toMatchObject({
      kind: 'correction',
      message: { input: { kind: 'text', text: '¿qué es AGA?' } },
    });
  });
});

describe('a message of a topic', () => {
  it('is not for us because we opened the topic', () => {
    const { text: _text, ...silent } = BOT_MESSAGE;
    const reply_to_message = { ...silent, forum_topic_created: { name: 'T', icon_color: 7_322_096 } };
    expect(read(groupText('hola', { reply_to_message } as Partial<Message>))).toBeUndefined();
  });
});

describe('a pressed button', () => {
  it('becomes a choice', () => {
    expect(request(press('c1', 'doc:planes/iii.md#qué'))).toMatchObject({
      kind: 'press',
      press: 'open',
      callbackId: 'c1',
      messageId: 11,
      message: {
        conversation: { id: '501', kind: 'direct' },
        author: { id: '501', language: 'es' },
        input: { kind: 'choice', id: 'doc:planes/iii.md#qué' },
      },
    });
  });

  it('knows another page and a vote', () => {
    expect(request(press('c1', '>ver:a:1'))).toMatchObject({
      press: 'turn',
      message: { input: { kind: 'choice', id: 'ver:a:1' } },
    });
    expect(request(press('c1', '+bien:a'))).toMatchObject({
      press: 'vote',
      message: { input: { kind: 'choice', id: 'bien:a' } },
    });
  });

  it('opens the page anew when the message can not be seen any more', () => {
    expect(request(press('c1', '>ver:a:1', GROUP, { message_id: 11, date: 0 }))).toMatchObject({
      press: 'open',
      message: { input: { kind: 'choice', id: 'ver:a:1' }, quote: '11' },
    });
  });

  it('quotes in a group the message that it was under, in its topic', () => {
    const inTopic = { message_id: 11, is_topic_message: true, message_thread_id: 42 } as const;
    expect(read(press('c1', 'ayuda', GROUP, inTopic))).toMatchObject({
      conversation: { id: String(GROUP.id), kind: 'group', threadId: '42' },
      quote: '11',
    });
  });

  const { data: _data, ...withoutData } = { ...press('c1', 'x').callback_query };
  const { message: _message, ...withoutChat } = { ...press('c1', 'x').callback_query };

  it.each<[string, NewUpdate]>([
    ['without data', { callback_query: withoutData } as NewUpdate],
    ['without a chat', { callback_query: { ...withoutChat, inline_message_id: 'i' } } as NewUpdate],
    ['that says the page', press('c1', '=')],
    ['with a mark alone', press('c1', '>')],
    ['under a message of another bot', press('c1', 'x', PRIVATE, { message_id: 3, from: stranger })],
  ])('%s is only acknowledged', (_name, update) => {
    expect(request(update)).toEqual({ kind: 'idle-press', callbackId: 'c1' });
  });
});

it('reads a query of inline mode', () => {
  expect(request(inlineQuery('q1', 'justicia', '10'))).toMatchObject({
    kind: 'search',
    query: { id: 'q1', query: 'justicia', offset: '10' },
  });
});
