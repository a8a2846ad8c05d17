import { afterEach, describe, expect, it } from 'vitest';
import type { Handle } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningSlackBot, type SlackBotOptions, startSlackBot } from '../../support/slack-bot.ts';
import { callback, directMessage } from '../../support/slack-events.ts';
import { startSlackServer } from '../../support/slack-server.ts';

describe('the socket', () => {
  const bots: RunningSlackBot[] = [];

  async function start(options: SlackBotOptions = {}, handle?: Handle): Promise<RunningSlackBot> {
    const bot = await startSlackBot(handle ?? (async () => textReply('Hola.')), options);
    bots.push(bot);
    return bot;
  }

  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.stop();
  });

  const greeted = ({ server }: RunningSlackBot) => server.sockets().greeted;

  it.each(['recycle', 'breakSockets'] as const)('is opened again after %s', async (cut) => {
    const bot = await start();
    bot.server[cut]();
    await bot.server.until(() => greeted(bot) === 2 && bot.server.sockets().open === 1);
    await bot.deliver(callback(directMessage('hola')));
    await bot.server.until(() => bot.server.posted.length === 1);
  });

  it('is opened again when Slack is back', async () => {
    const bot = await start();
    bot.server.refuse('apps.connections.open', 503);
    bot.server.breakSockets();
    await bot.server.until(() => greeted(bot) === 2);
    expect(bot.logger.entries.map(({ event }) => event)).toContain('slack.unreachable');
  });

  it('makes run reject when Slack takes the token back', async () => {
    const bot = await start();
    bot.server.refuse('apps.connections.open', 'token_revoked');
    bot.server.breakSockets();
    await expect(bot.finished).rejects.toThrow(/^Slack no aceptó SLACK_APP_TOKEN \(token_revoked\)/);
  });

  it('tells whether the adapter is connected', async () => {
    const bot = await start();
    const isConnected = () => bot.adapter.isConnected?.();
    await expect.poll(isConnected).toBe(true);
    bot.server.refuse('apps.connections.open', 503);
    bot.server.breakSockets();
    await expect.poll(isConnected).toBe(false);
    await expect.poll(isConnected, { timeout: 5_000 }).toBe(true);
    bot.controller.abort();
    await bot.finished;
    expect(isConnected()).toBe(false);
  });

  it('is closed when run settles', async () => {
    const bot = await start();
    bot.controller.abort();
    await bot.finished;
    await bot.server.until(() => bot.server.sockets().open === 0);
    expect(greeted(bot)).toBe(1);
  });

  it('can be given up before Slack says hello', async () => {
    const server = await startSlackServer();
    server.greet(false);
    const controller = new AbortController();
    const starting = start({ server, signal: controller.signal });
    await server.until(() => server.sockets().open === 1);
    controller.abort();
    const bot = await starting;
    await bot.finished;
    await server.until(() => server.sockets().open === 0);
  });

  it('serves no route', async () => {
    const bot = await start({ env: { SLACK_SIGNING_SECRET: 'abcdef0123456789' } });
    expect(bot.adapter.routes).toBeUndefined();
  });

  it('lets the reply under way finish, a rate limit included', async () => {
    const bot = await start();
    bot.server.limit('D1', 1);
    await bot.deliver(callback(directMessage('hola')));
    await bot.server.until(() => bot.server.refused.length === 1);
    bot.controller.abort();
    await bot.finished;
    expect(bot.server.posted.map(({ shown }) => shown)).toEqual(['Hola.']);
    expect(bot.logger.entries.at(-1)).toEqual({
      level: 'info',
      event: 'slack.stopped',
      fields: { unfinished: 0 },
    });
  });
});
