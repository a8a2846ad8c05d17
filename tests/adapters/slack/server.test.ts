import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../support/slack-blocks.ts';
import { callback, directMessage } from '../../support/slack-events.ts';
import { IDENTITY } from '../../support/slack-methods.ts';
import { type SlackServer, startSlackServer } from '../../support/slack-server.ts';

describe('the Slack of the tests', () => {
  let server: SlackServer;
  beforeEach(async () => {
    server = await startSlackServer();
  });
  afterEach(() => server.close());

  async function call(method: string, fields: Record<string, string>, token?: string): Promise<unknown> {
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const response = await fetch(`${server.apiUrl}${method}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers,
    });
    return response.json();
  }

  it('tells the tokens apart', async () => {
    const { botToken, appToken } = IDENTITY;
    expect(await call('auth.test', {})).toEqual({ ok: false, error: 'not_authed' });
    expect(await call('auth.test', {}, 'xoxb-x')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await call('auth.test', {}, appToken)).toEqual({ ok: false, error: 'not_allowed_token_type' });
    expect(await call('apps.connections.open', {}, botToken)).toMatchObject({ ok: false });
    expect(await call('auth.test', {}, botToken)).toMatchObject({ ok: true, user_id: 'UBOT' });
  });

  it.each([
    [{ channel: 'X1', text: 'a' }, 'channel_not_found'],
    [{ channel: 'C1', text: ' ' }, 'no_text'],
    [{ channel: 'C1', text: 'a', thread_ts: '17' }, 'invalid_thread_ts'],
    [{ channel: 'C1', text: 'a', blocks: '[{"type":"nada"}]' }, 'invalid_blocks'],
  ])('refuses %j', async (fields, error) => {
    expect(await call('chat.postMessage', fields, IDENTITY.botToken)).toEqual({ ok: false, error });
  });

  const section = (elements: readonly unknown[]) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements }],
  });
  const word = (text: string) => section([{ type: 'text', text }]);
  const row = (count: number, label = 'x', id = (index: number) => `a${index}`) => ({
    type: 'actions',
    elements: Array.from({ length: count }, (_, index) => ({
      type: 'button',
      action_id: id(index),
      value: 'v',
      text: { type: 'plain_text', text: label, emoji: false },
    })),
  });

  it.each([
    ['51 blocks', Array.from({ length: 51 }, () => word('x')), 'invalid_blocks'],
    ['an empty section', [section([])], 'invalid_blocks'],
    ['an empty text', [word('')], 'invalid_blocks'],
    ['a link to a script', [section([{ type: 'link', url: 'javascript:x' }])], 'invalid_blocks'],
    ['a mention', [section([{ type: 'broadcast', range: 'channel' }])], 'invalid_blocks'],
    ['26 buttons', [row(26)], 'invalid_blocks'],
    ['a long label', [row(1, 'x'.repeat(76))], 'invalid_blocks'],
    ['one action id twice', [row(2, 'x', () => 'a')], 'invalid_blocks'],
    ['blocks that are too long', [word('x'.repeat(13_300))], 'msg_blocks_too_long'],
  ])('refuses %s', (_, blocks, error) => {
    expect(checkContent('x', blocks)).toEqual({ error });
    expect(checkContent('x', [word('x'), row(25, 'x'.repeat(75))])).toHaveProperty('blocks');
  });

  it('delivers only what the manifest subscribes to', async () => {
    const event = directMessage('hola', { channel: 'C1', channel_type: 'channel' });
    await expect(server.push(callback(event))).rejects.toThrow(/not sent message\.channels/);
  });
});
