import { describe, expect, it } from 'vitest';
import {
  readCommand,
  readDirectMessage,
  readMention,
  readMessageShortcut,
  readSubmission,
} from '../../../adapters/slack/incoming.ts';
import { commandFinder } from '../../../adapters/slack/input.ts';
import { COMMANDS } from '../../support/slack-bot.ts';
import { command, directMessage, mention, messageShortcut, submission } from '../../support/slack-events.ts';

const READER = { me: 'UBOT', findCommand: commandFinder(COMMANDS) };
const TS = '1700000000.000100';

describe('a direct message', () => {
  it('becomes a text in the conversation of its channel', () => {
    expect(readDirectMessage(directMessage('¿Qué es el III Plan?', { ts: TS }), READER)).toEqual({
      id: `D1:${TS}`,
      platform: 'slack',
      conversation: { id: 'D1', kind: 'direct' },
      author: { id: 'U1' },
      input: { kind: 'text', text: '¿Qué es el III Plan?' },
    });
  });

  it('keeps the thread it is in', () => {
    const message = readDirectMessage(directMessage('hola', { thread_ts: TS }), READER);
    expect(message?.conversation).toEqual({ id: 'D1', kind: 'direct', threadId: TS });
  });

  it.each([
    ['another bot, with a subtype', { subtype: 'bot_message', bot_id: 'B2' }],
    ['another bot, without a subtype', { bot_id: 'B2' }],
    ['the bot itself', { user: 'UBOT' }],
    ['nobody', { user: undefined }],
    ['an edit', { subtype: 'message_changed', message: {}, previous_message: {} }],
    ['a deletion', { subtype: 'message_deleted', deleted_ts: TS }],
    ['somebody who joins', { subtype: 'channel_join' }],
    ['a channel, which is answered on mentions only', { channel: 'C1', channel_type: 'channel' }],
    ['a group conversation', { channel: 'G1', channel_type: 'mpim' }],
    ['no channel', { channel: undefined }],
  ])('is not read when it comes from %s', (_, extra) => {
    expect(readDirectMessage(directMessage('hola', extra), READER)).toBeUndefined();
  });

  it.each([
    ['Tom &amp; Jerry &lt;3 &amp;lt;', 'Tom & Jerry <3 &lt;'],
    [
      'vea <https://example.org/a?b=1&amp;c=2|el plan> y <https://example.org>',
      'vea el plan y https://example.org',
    ],
    ['<mailto:a@example.org|a@example.org>', 'a@example.org'],
    ['<#C2|general> <!here> <!subteam^S1|@equipo> <@U2|maria>', '#general @here @equipo @maria'],
    ['<!date^1700000000^{date}|14 de noviembre>', '14 de noviembre'],
    ['  dos\nlíneas ', 'dos\nlíneas'],
    ['&lt;@UBOT&gt; *no* _es_ `markup`', '<@UBOT> *no* _es_ `markup`'],
  ])('is read as its author sees it: %s', (raw, text) => {
    expect(readDirectMessage(directMessage(raw), READER)?.input).toEqual({ kind: 'text', text });
  });

  it.each([
    ['/ayuda', { kind: 'command', name: 'ayuda', args: '' }],
    ['/DESAFÍOS  de 2017', { kind: 'command', name: 'desafios', args: 'de 2017' }],
    ['/desconocido algo', { kind: 'text', text: '/desconocido algo' }],
    ['/ 3', { kind: 'text', text: '/ 3' }],
    ['ayuda', { kind: 'text', text: 'ayuda' }],
  ])('is a command when it begins with a slash and a known name: %s', (text, input) => {
    expect(readDirectMessage(directMessage(text), READER)?.input).toEqual(input);
  });

  it.each([
    ['image/png', 'photo'],
    ['audio/mp4', 'voice'],
    ['video/mp4', 'video'],
    ['application/pdf', 'file'],
    [undefined, 'file'],
  ])('that is only a file of type %s is unsupported', (mimetype, what) => {
    const event = directMessage('', { subtype: 'file_share', files: [{ id: 'F1', mimetype }] });
    expect(readDirectMessage(event, READER)?.input).toEqual({ kind: 'unsupported', what });
  });

  it('with a file and words is its words', () => {
    const event = directMessage('¿esto?', {
      subtype: 'file_share',
      files: [{ id: 'F1', mimetype: 'image/png' }],
    });
    expect(readDirectMessage(event, READER)?.input).toEqual({ kind: 'text', text: '¿esto?' });
  });

  it('without words or files is unsupported', () => {
    const event = directMessage('', { attachments: [{ is_share: true }] });
    expect(readDirectMessage(event, READER)?.input).toEqual({ kind: 'unsupported', what: 'other' });
  });
});

describe('a mention', () => {
  it('opens a thread under itself and loses the mention', () => {
    expect(readMention(mention('<@UBOT>, ¿qué es el MRI?', { ts: TS }), READER)).toEqual({
      id: `C1:${TS}`,
      platform: 'slack',
      conversation: { id: 'C1', kind: 'group', threadId: TS },
      author: { id: 'U1' },
      input: { kind: 'text', text: '¿qué es el MRI?' },
    });
  });

  it('in a thread stays there', () => {
    const message = readMention(mention('y <@UBOT|aga> el cuarto', { thread_ts: TS }), READER);
    expect(message?.conversation.threadId).toBe(TS);
    expect(message?.input).toEqual({ kind: 'text', text: 'y el cuarto' });
  });

  it('alone opens the conversation, with a file it is unsupported', () => {
    expect(readMention(mention('<@UBOT>'), READER)?.input).toEqual({
      kind: 'command',
      name: 'start',
      args: '',
    });
    expect(readMention(mention('<@UBOT>', { files: [{ mimetype: 'image/gif' }] }), READER)?.input).toEqual({
      kind: 'unsupported',
      what: 'photo',
    });
  });

  it.each([[{ bot_id: 'B2' }], [{ user: 'UBOT' }], [{ subtype: 'bot_message' }]])(
    'is not read when it comes from a bot: %j',
    (extra) => {
      expect(readMention(mention('<@UBOT> hola', extra), READER)).toBeUndefined();
    },
  );
});

describe('the slash command', () => {
  it('is a private conversation with its author', () => {
    expect(
      readCommand(command('¿qué es el MRI?', 'https://example.org', { trigger_id: '7.abc' }), READER),
    ).toEqual({
      id: '7.abc',
      platform: 'slack',
      conversation: { id: 'C1:U1', kind: 'direct' },
      author: { id: 'U1' },
      input: { kind: 'text', text: '¿qué es el MRI?' },
    });
  });

  it.each([
    ['ayuda', { kind: 'command', name: 'ayuda', args: '' }],
    ['/Help me', { kind: 'command', name: 'help', args: 'me' }],
    ['Desafíos 2017', { kind: 'command', name: 'desafios', args: '2017' }],
    ['', { kind: 'command', name: 'start', args: '' }],
    ['  ', { kind: 'command', name: 'start', args: '' }],
    ['ayudas del Estado', { kind: 'text', text: 'ayudas del Estado' }],
    ['a < b > c', { kind: 'text', text: 'a < b > c' }],
  ])('reads «%s»', (text, input) => {
    expect(readCommand(command(text, 'https://example.org'), READER)?.input).toEqual(input);
  });

  it('without its fields is not read', () => {
    expect(readCommand({ command: '/aga', text: 'hola' }, READER)).toBeUndefined();
  });
});

describe('the shortcut of a message', () => {
  it('asks its text in private', () => {
    const message = readMessageShortcut(
      messageShortcut('&lt;hola&gt; <@UBOT>', 'https://example.org'),
      READER,
    );
    expect(message).toMatchObject({
      platform: 'slack',
      conversation: { id: 'C1:U1', kind: 'direct' },
      author: { id: 'U1' },
      input: { kind: 'text', text: '<hola>' },
    });
  });

  it('tells what a message without words holds', () => {
    const body = messageShortcut('', '', { message: { ts: TS, files: [{ mimetype: 'image/png' }] } });
    expect(readMessageShortcut(body, READER)?.input).toEqual({ kind: 'unsupported', what: 'photo' });
  });

  it('without a message or a channel is not read', () => {
    expect(readMessageShortcut(messageShortcut('x', '', { message: undefined }), READER)).toBeUndefined();
    expect(readMessageShortcut(messageShortcut('x', '', { channel: undefined }), READER)).toBeUndefined();
  });
});

describe('a question in a modal', () => {
  it('is of the person alone, and the same when it is submitted again', () => {
    const body = submission('¿Qué es el MRI?', { id: 'V7' });
    expect(readSubmission(body, READER)).toEqual({
      id: 'view:V7',
      platform: 'slack',
      conversation: { id: 'U1', kind: 'direct' },
      author: { id: 'U1' },
      input: { kind: 'text', text: '¿Qué es el MRI?' },
    });
  });

  it.each(['', '   ', null])('that is empty opens the conversation: %j', (value) => {
    expect(readSubmission(submission(value), READER)?.input).toMatchObject({ name: 'start' });
  });

  it('with another state is not read', () => {
    expect(readSubmission(submission('x', { state: { values: {} } }), READER)).toBeUndefined();
    expect(readSubmission({ type: 'view_submission' }, READER)).toBeUndefined();
  });
});
