import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Handle } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningSlackBot, signed, startSlackBot } from '../../support/slack-bot.ts';
import { callback, directMessage } from '../../support/slack-events.ts';

const NOW = () => Math.floor(Date.now() / 1_000);

const SHORTCUT = {
  type: 'shortcut',
  callback_id: 'x',
  trigger_id: '1',
  user: { id: 'U1', team_id: 'T1' },
  team: { id: 'T1', domain: 'alianza' },
};

describe('the HTTP route', () => {
  const handle = vi.fn<Handle>(async () => textReply('Hola.'));
  let bot: RunningSlackBot;

  beforeEach(async () => {
    handle.mockClear();
    bot = await startSlackBot(handle, { mode: 'http' });
  });
  afterEach(async ({ task }) => {
    await bot.stop();
    expect(handle).toHaveBeenCalledTimes(task.name === 'takes a signed event' ? 1 : 0);
  });

  async function status(request: RequestInit): Promise<number> {
    return (await fetch(bot.eventsUrl, request)).status;
  }

  it('takes a signed event', async () => {
    expect(await status(signed(callback(directMessage('hola'))))).toBe(200);
    await bot.server.until(() => bot.server.posted.length === 1);
  });

  it.each([
    ['a wrong signature', { secret: 'another-secret-of-slack' }],
    ['a signature of another length', { headers: { 'X-Slack-Signature': 'v0=abc' } }],
    ['a signature that is not ASCII', { headers: { 'X-Slack-Signature': `v0=${'é'.repeat(64)}` } }],
    ['another version', { headers: { 'X-Slack-Signature': `v1=${'0'.repeat(64)}` } }],
    ['an old time', { time: NOW() - 310 }],
    ['a time to come', { time: NOW() + 600 }],
    ['a time that is none', { headers: { 'X-Slack-Request-Timestamp': 'ayer' } }],
  ])('refuses %s', async (_, options) => {
    expect(await status(signed(callback(directMessage('hola')), options))).toBe(401);
  });

  it('refuses a signature of another body, and none at all', async () => {
    const { headers } = signed(callback(directMessage('hola')));
    const body = JSON.stringify(callback(directMessage('otra cosa')));
    expect(await status({ method: 'POST', body, ...(headers === undefined ? {} : { headers }) })).toBe(401);
    expect(await status({ method: 'POST', body })).toBe(401);
  });

  it.each(['{', 'null', '[]', '"hola"', '{"event":null}', '{"event":{"text":"hola"}}', ''])(
    'refuses a signed body that is no event: %s',
    async (body) => {
      expect(await status(signed(body))).toBe(400);
    },
  );

  it('refuses a form whose payload is no JSON', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect(await status(signed('payload=%7B', { headers }))).toBe(400);
  });

  it('refuses a huge body', async () => {
    expect(await status(signed(callback(directMessage('x'.repeat(1_100_000)))))).toBe(413);
  });

  it('takes only POST', async () => {
    const response = await fetch(bot.eventsUrl);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('answers the challenge of the address', async () => {
    const response = await fetch(bot.eventsUrl, signed({ type: 'url_verification', challenge: 'abc' }));
    expect(await response.json()).toEqual({ challenge: 'abc' });
    expect(
      await status(signed({ type: 'url_verification', challenge: 'abc' }, { secret: 'x'.repeat(20) })),
    ).toBe(401);
  });

  it('answers the check of the certificate, and an interaction that is not ours', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect(await status(signed('ssl_check=1&token=x', { headers }))).toBe(200);
    expect(await status(signed(SHORTCUT))).toBe(404);
  });

  it('asks to come back later once it stops', async () => {
    expect(bot.adapter.isConnected?.()).toBe(true);
    bot.controller.abort();
    await bot.finished;
    expect(bot.adapter.isConnected?.()).toBe(false);
    const response = await fetch(bot.eventsUrl, signed(callback(directMessage('hola'))));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
  });
});
