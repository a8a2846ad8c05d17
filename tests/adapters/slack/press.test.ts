import { describe, expect, it } from 'vitest';
import { commandFinder } from '../../../adapters/slack/input.ts';
import { readPress } from '../../../adapters/slack/press.ts';
import { COMMANDS } from '../../support/slack-bot.ts';
import { press, viewPress } from '../../support/slack-events.ts';

const TS = '1700000000.000100';
const URL = 'https://example.org';
const find = commandFinder(COMMANDS);

describe('a button of a message', () => {
  const read = (container: Readonly<Record<string, unknown>>) =>
    readPress(press('mas', URL, container), find);

  it('hands over its value, known or not', () => {
    expect(readPress(press('doc:planes/iii.md#qué', URL), find)).toMatchObject({
      action: 'suggestion-0',
      user: 'U1',
      message: {
        platform: 'slack',
        author: { id: 'U1' },
        input: { kind: 'choice', id: 'doc:planes/iii.md#qué' },
      },
    });
  });

  it('is answered where it stands', () => {
    expect(read({})?.conversation).toEqual({ id: 'D1', kind: 'direct' });
    expect(read({ thread_ts: TS })?.conversation).toEqual({ id: 'D1', kind: 'direct', threadId: TS });
    const inChannel = { id: 'C1', kind: 'group', threadId: TS };
    expect(read({ channel_id: 'C1', thread_ts: TS })?.conversation).toEqual(inChannel);
    expect(read({ channel_id: 'C1', message_ts: TS })?.conversation).toEqual(inChannel);
    expect(read({ channel_id: 'C1', is_ephemeral: true })?.conversation).toEqual({
      id: 'C1:U1',
      kind: 'direct',
    });
  });

  it('without a value has nothing to ask', () => {
    const action = { action_id: 'old', action_ts: TS, type: 'button' };
    const read = readPress(press('x', URL, {}, { actions: [action] }), find);
    expect(read).toMatchObject({ action: 'old', place: { kind: 'message' } });
    expect(read?.message).toBeUndefined();
  });

  it.each([
    ['no actions', { actions: [] }],
    ['nobody', { user: undefined }],
    ['no place', { container: { type: 'message_attachment' } }],
    ['a view that is missing', { container: { type: 'view', view_id: 'V1' } }],
  ])('with %s is not read', (_, extra) => {
    expect(readPress(press('x', URL, {}, extra), find)).toBeUndefined();
  });
});

describe('a button of a view', () => {
  it('goes on in the conversation that the view carries', () => {
    expect(readPress(viewPress('ver:a', { private_metadata: 'C1:U1' }), find)).toMatchObject({
      place: { kind: 'modal', view: 'V1' },
      conversation: { id: 'C1:U1', kind: 'direct' },
    });
  });

  it.each(['', 'C1:U2', 'C1', 'x:U1', 'C1:U1:U1', '{"a":1}', undefined])(
    'is of the person alone when it carries %j',
    (private_metadata) => {
      expect(readPress(viewPress('ver:a', { private_metadata }), find)?.conversation).toEqual({
        id: 'U1',
        kind: 'direct',
      });
    },
  );

  it('of a Home brings what is in the search, and runs commands', () => {
    const home = {
      type: 'home',
      state: { values: { 'home-search': { 'home-search': { value: ' agua ' } } } },
    };
    expect(readPress(viewPress('home-find', home, { action_id: 'home-find' }), find)).toMatchObject({
      place: { kind: 'home' },
      search: 'agua',
    });
    const entered = readPress(viewPress('ríos', { type: 'home' }, { action_id: 'home-search' }), find);
    expect(entered?.search).toBe('ríos');
    const run = readPress(viewPress('desafios', { type: 'home' }, { action_id: 'home-command-2' }), find);
    expect(run?.message?.input).toEqual({ kind: 'command', name: 'desafios', args: '' });
  });
});
