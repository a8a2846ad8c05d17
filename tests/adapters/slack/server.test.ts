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
  const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
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

  const direct = { channel: 'D1', text: 'a' };

  it('shows views that keep within its limits, by a trigger that was not used', async () => {
    const { world } = server;
    const input = (id: string, more: object = {}) => ({
      type: 'input',
      block_id: id,
      label: plain('Pregunta'),
      element: { type: 'plain_text_input', action_id: id, max_length: 9, placeholder: plain('x'), ...more },
    });
    const modal = (extra: object = {}) => ({
      type: 'modal',
      title: plain('x'),
      blocks: [word('x')],
      ...extra,
    });
    const open = (view: object, trigger_id = 't') =>
      call('views.open', { view: JSON.stringify(view), trigger_id }, IDENTITY.botToken);
    const invalid = { ok: false, error: 'invalid_arguments' };
    for (const bad of [
      modal({ title: plain('x'.repeat(25)) }),
      modal({ blocks: [] }),
      modal({ blocks: Array.from({ length: 101 }, () => word('x')) }),
      modal({ blocks: [input('a')] }),
      modal({ submit: plain('x'), blocks: [input('a'), input('a')] }),
      modal({ submit: plain('x'), blocks: [input('a', { max_length: 3_001 })] }),
      modal({ submit: plain('x'), blocks: [input('a', { initial_value: 'x'.repeat(10) })] }),
      modal({ submit: plain('x'), blocks: [input('a', { initial_value: '' })] }),
      modal({ submit: plain('x'.repeat(25)) }),
      modal({ private_metadata: '\ud83d' }),
      modal({ submit_disabled: true }),
      modal({ private_metadata: 'x'.repeat(3_001) }),
      modal({ blocks: [{ type: 'context_actions', elements: [] }] }),
      { type: 'home', blocks: [word('x')] },
    ]) {
      world.deliver({ trigger_id: 't' });
      expect(await open(bad)).toEqual(invalid);
    }
    world.deliver({ trigger_id: 't' });
    expect(await open(modal({ submit: plain('x'), blocks: [input('a')] }))).toMatchObject({ ok: true });
    expect(await open(modal())).toEqual({ ok: false, error: 'exchanged_trigger_id' });
    expect(await open(modal(), 'never')).toEqual({ ok: false, error: 'invalid_trigger_id' });
    expect(world.views).toHaveLength(1);
  });

  const submitted = { type: 'view_submission', view: { id: 'V1' } };
  const field = { block_id: 'a', element: { type: 'plain_text_input', action_id: 'a', max_length: 9 } };
  const form = {
    type: 'modal',
    title: plain('x'),
    submit: plain('x'),
    blocks: [{ type: 'input', label: plain('x'), ...field }],
  };
  const openForm = () => {
    server.world.deliver({ trigger_id: 't' });
    expect(server.world.show('views.open', form, { trigger: 't' })).toMatchObject({ id: 'V1' });
  };
  const windows = () => server.world.screen.windows();

  it('changes windows that are open, and stacks three at most', () => {
    openForm();
    expect(server.world.show('views.update', form, { id: 'V99' })).toBe('not_found');
    for (let time = 0; time < 3; time += 1)
      server.acknowledge(submitted, { response_action: 'push', view: form });
    expect(server.refused).toEqual([{ method: 'ack', error: 'push_limit_reached' }]);
    expect(windows().map(({ root }) => root)).toEqual(['V1', 'V1', 'V1']);
    server.world.screen.closeTop();
    expect(windows()).toHaveLength(2);
    server.acknowledge(submitted, { response_action: 'errors', errors: { a: 'No.' } });
    expect(windows()[0]?.errors).toEqual({ a: 'No.' });
    server.acknowledge(submitted, undefined);
    expect(windows()).toHaveLength(1);
    server.acknowledge(submitted, { response_action: 'clear' });
    expect(windows()).toEqual([]);
  });

  it.each([
    [{ response_action: 'errors', errors: { otro: 'No.' } }],
    [{ response_action: 'errors', errors: {} }],
    [{ response_action: 'update', view: { ...form, title: plain('x'.repeat(25)) } }],
    [{ response_action: 'cerrar' }],
    [{ view: form }],
  ])('shows its own error for %j', (acknowledgement) => {
    openForm();
    server.acknowledge(submitted, acknowledgement);
    expect(server.refused).toMatchObject([{ method: 'ack' }]);
  });

  it('changes only messages that it has, and previews only links that it told of', async () => {
    const token = IDENTITY.botToken;
    const posted = await call('chat.postMessage', direct, token);
    expect(await call('chat.update', { ...direct, ts: server.world.kept[0]?.ts ?? '' }, token)).toMatchObject(
      {
        ok: true,
      },
    );
    expect(posted).toMatchObject({ ok: true });
    const gone = { ...direct, ts: '1600000000.000001' };
    expect(await call('chat.update', gone, token)).toEqual({ ok: false, error: 'message_not_found' });
    const unfurls = JSON.stringify({ 'https://example.org/a': { blocks: [word('x')] } });
    const where = { unfurls, channel: 'C1', ts: '1600000000.000001' };
    expect(await call('chat.unfurl', where, token)).toEqual({ ok: false, error: 'cannot_unfurl_url' });
    expect(await call('chat.unfurl', { unfurls }, token)).toEqual({ ok: false, error: 'invalid_arguments' });
  });

  it.each([
    ['five prompts', Array.from({ length: 5 }, () => ({ title: 'a', message: 'b' }))],
    ['none', []],
    ['one without words', [{ title: 'a', message: '' }]],
  ])('refuses %s', async (_, prompts) => {
    const fields = { channel_id: 'D1', prompts: JSON.stringify(prompts) };
    expect(await call('assistant.threads.setSuggestedPrompts', fields, IDENTITY.botToken)).toEqual({
      ok: false,
      error: 'invalid_arguments',
    });
  });

  it('does nothing with prompts of a thread where messages have none', async () => {
    const prompts = JSON.stringify([{ title: 'a', message: 'b' }]);
    const fields = { channel_id: 'D1', thread_ts: '1700000000.000001', prompts };
    const answer = await call('assistant.threads.setSuggestedPrompts', fields, IDENTITY.botToken);
    expect(answer).toEqual({ ok: true });
    expect(server.world.prompts).toEqual([]);
  });

  it('delivers only what the manifest subscribes to', async () => {
    const event = directMessage('hola', { channel: 'C1', channel_type: 'channel' });
    await expect(server.push(callback(event))).rejects.toThrow(/not sent message\.channels/);
  });
});
