import { afterEach, describe, expect, it } from 'vitest';
import type { Handle, IncomingMessage } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningBot, SECRET, startTelegramBot } from '../../support/telegram-bot.ts';
import { startTelegramServer } from '../../support/telegram-server.ts';
import { text } from '../../support/telegram-updates.ts';

const running: RunningBot[] = [];

async function start(handle?: Handle) {
  const seen: IncomingMessage[] = [];
  const bot = await startTelegramBot(
    handle ??
      (async (message) => {
        seen.push(message);
        return textReply('Respuesta.');
      }),
    { mode: 'webhook' },
  );
  running.push(bot);
  const post = async (body: string, init: RequestInit = {}) => {
    const headers = { 'X-Telegram-Bot-Api-Secret-Token': SECRET };
    return fetch(bot.webhookUrl, { method: 'POST', headers, body, ...init });
  };
  return { ...bot, seen, post };
}

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

const UPDATE = JSON.stringify({ update_id: 1, ...text('hola') });

describe('the webhook', () => {
  it('is registered with its secret and what it reads', async () => {
    const { server, webhookUrl, adapter } = await start();
    expect(server.callsOf('setWebhook').map(({ payload }) => payload)).toEqual([
      {
        url: webhookUrl,
        secret_token: SECRET,
        allowed_updates: ['message', 'edited_message', 'callback_query', 'inline_query'],
        max_connections: 100,
      },
    ]);
    expect(adapter.routes?.map(({ path }) => path)).toEqual(['/telegram/entrada']);
    expect(server.callsOf('getUpdates')).toEqual([]);
  });

  it('gives up with an address that Telegram refuses, and says what to do', async () => {
    const server = await startTelegramServer();
    const description = 'Bad Request: bad webhook: IP address 10.0.0.1 is reserved';
    server.refuseNext('setWebhook', { error_code: 400, description });
    const bot = await startTelegramBot(async () => undefined, { mode: 'webhook', server });
    running.push(bot);
    await expect(bot.finished).rejects.toThrow(/^Telegram no aceptó TELEGRAM_WEBHOOK_URL .*reserved.* 443/);
  });

  it.each([
    ['a wrong one', { 'X-Telegram-Bot-Api-Secret-Token': `${SECRET}x` }],
    ['an empty one', { 'X-Telegram-Bot-Api-Secret-Token': '' }],
    ['none', {}],
  ])('refuses a request with %s for a secret, and handles nothing', async (_name, headers) => {
    const { post, seen } = await start();
    const response = await post(UPDATE, { headers });
    expect(response.status).toBe(401);
    expect(seen).toEqual([]);
  });

  it.each(['', '{', 'null', '[]', '{}', '{"update_id":"1"}', '{"update_id":1.5}'])(
    'refuses %j, which is no update',
    async (body) => {
      const { post, seen } = await start();
      expect((await post(body)).status).toBe(400);
      expect(seen).toEqual([]);
    },
  );

  it('refuses other methods and too much', async () => {
    const { webhookUrl, post, seen } = await start();
    const get = await fetch(webhookUrl);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    const huge = JSON.stringify({ update_id: 1, ...text('a'.repeat(1_100_000)) });
    expect((await post(huge)).status).toBe(413);
    expect(seen).toEqual([]);
  });

  it('survives an update whose inside is no message', async () => {
    const { post, server, logger } = await start();
    expect((await post('{"update_id":5,"message":{"text":7,"from":{}}}')).status).toBe(200);
    expect(await server.deliver(text('hola'))).toBe(200);
    await server.until(() => server.sent.length === 1);
    expect(logger.entries.map(({ event }) => event)).toContain('telegram.update.failed');
  });

  it('answers Telegram before the person, so that a slow answer is not asked for again', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { server } = await start(async () => {
      await gate;
      return textReply('Respuesta.');
    });
    expect(await server.deliver(text('lenta'))).toBe(200);
    expect(server.sent).toEqual([]);
    open();
    await server.until(() => server.sent.length === 1);
  });

  it('answers an update that is delivered again only once', async () => {
    const { server, seen } = await start();
    const update = { update_id: 77, ...text('hola') };
    server.meet(501);
    expect(await Promise.all([server.redeliver(update), server.redeliver(update)])).toEqual([200, 200]);
    expect(await server.redeliver(update)).toBe(200);
    await server.until(() => server.sent.length === 1);
    expect(await server.deliver(text('adiós'))).toBe(200);
    await server.until(() => server.sent.length === 2);
    expect(seen.map(({ id }) => id)).toEqual(['77', expect.any(String)]);
  });

  it('keeps the order of a chat', async () => {
    const { server } = await start(async ({ input }) => textReply(input.kind === 'text' ? input.text : ''));
    for (const words of ['uno', 'dos', 'tres', 'cuatro']) await server.deliver(text(words));
    await server.until(() => server.sent.length === 4);
    expect(server.sent.map(({ text: shown }) => shown)).toEqual(['uno', 'dos', 'tres', 'cuatro']);
  });

  it('asks Telegram to come back once it is stopping', async () => {
    const bot = await start();
    bot.controller.abort();
    await bot.finished;
    const response = await bot.post(UPDATE);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(bot.seen).toEqual([]);
    expect(bot.server.callsOf('deleteWebhook')).toEqual([]);
  });
});
