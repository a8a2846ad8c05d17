import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Finding, Handle } from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningSlackBot, type SlackBotOptions, startSlackBot } from '../../support/slack-bot.ts';
import {
  callback,
  directMessage,
  homeOpened,
  linkShared,
  mention,
  threadStarted,
} from '../../support/slack-events.ts';
import { assistantManifest } from '../../support/slack-manifest.ts';
import { startSlackServer } from '../../support/slack-server.ts';

const TS = '1700000000.000001';

describe('before anybody asks', () => {
  const bots: RunningSlackBot[] = [];

  async function start(options: SlackBotOptions = {}, handle?: Handle): Promise<RunningSlackBot> {
    const bot = await startSlackBot(handle ?? (async () => textReply('Hola.')), options);
    bots.push(bot);
    return bot;
  }

  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.stop();
  });

  it('questions are suggested where messages are written', async () => {
    const bot = await start();
    await bot.deliver(callback(homeOpened('messages')));
    await bot.server.until(() => bot.server.world.prompts.length === 1);
    expect(bot.server.world.prompts).toEqual([{ channel: 'D1', prompts: adapterTexts('es').slack.prompts }]);
    expect(bot.server.world.views).toEqual([]);
  });

  it('questions are suggested in the thread, where Slack still has those, and answered in it', async () => {
    const bot = await start({ server: await startSlackServer(assistantManifest) });
    await bot.deliver(callback(threadStarted(TS)));
    await bot.server.until(() => bot.server.world.prompts.length === 1);
    expect(bot.server.world.prompts).toMatchObject([{ channel: 'D1', thread: TS }]);
    await bot.deliver(callback(directMessage('hola', { thread_ts: TS })));
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(bot.server.posted[0]?.thread).toBe(TS);
  });

  it('what Slack refuses is logged once, and what the app may not do is not tried again', async () => {
    const bot = await start();
    const prompts = 'assistant.threads.setSuggestedPrompts';
    bot.server.refuse(prompts, 'internal_error');
    bot.server.refuse(prompts, 'missing_scope');
    for (let time = 0; time < 4; time += 1) await bot.deliver(callback(homeOpened('messages')));
    await bot.deliver(callback(directMessage('hola')));
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(bot.server.calls.filter((method) => method === prompts).length).toBeLessThanOrEqual(4);
    expect(bot.logger.entries.filter(({ event }) => event === 'slack.not.decorated')).toHaveLength(1);
  });

  it('a slow answer is announced in its thread, a quick one and one outside threads are not', async () => {
    const slow: Handle = async ({ input }) => {
      if (input.kind === 'text' && input.text.startsWith('lenta')) await sleep(500);
      return input.kind === 'text' && input.text === 'lenta y muda' ? undefined : textReply('Hola.');
    };
    const bot = await start({}, slow);
    await bot.deliver(callback(mention('<@UBOT> rápida', { ts: TS })));
    await bot.deliver(callback(directMessage('lenta')));
    await bot.server.until(() => bot.server.posted.length === 2);
    expect(bot.server.world.statuses).toEqual([]);
    await bot.deliver(callback(mention('<@UBOT> lenta', { thread_ts: TS })));
    await bot.server.until(() => bot.server.posted.length === 3);
    await bot.deliver(callback(mention('<@UBOT> lenta y muda', { thread_ts: TS })));
    await bot.server.until(() => bot.server.world.statuses.length === 3);
    expect(bot.server.world.statuses.map(({ status }) => status)).toEqual(['Buscando…', 'Buscando…', '']);
    expect(bot.server.world.statuses[0]).toMatchObject({ channel: 'C1', thread: TS });
  });

  const place: Finding = {
    id: 'abc',
    title: '¿Qué es la minga?',
    excerpt: 'Una minga es un trabajo de todos.',
    source: { path: 'minga.md', title: 'Minga', url: 'https://example.org/minga' },
    reply: textReply('x'),
  };
  const placeOf = (url: string) => (url === place.source.url ? place : undefined);

  it.each([
    ['by its id', {}],
    ['by its message', { unfurl_id: undefined, source: undefined }],
  ])('a link to a document of the folder shows what it says, %s', async (_, extra) => {
    const bot = await start({ context: { placeOf } });
    await bot.deliver(callback(linkShared(['https://example.org/otra', 'https://example.org/minga'], extra)));
    await bot.server.until(() => bot.server.world.unfurled.length === 1);
    expect(bot.server.world.unfurled[0]?.url).toBe('https://example.org/minga');
    expect(JSON.stringify(bot.server.world.unfurled)).toContain('Una minga es un trabajo de todos.');
    expect(bot.server.refused).toEqual([]);
  });

  it('links to anything else are left alone', async () => {
    const bot = await start({ context: { placeOf } });
    await bot.deliver(callback(linkShared(['https://example.org/otra'])));
    await bot.deliver(callback(directMessage('hola')));
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(bot.server.calls).not.toContain('chat.unfurl');
  });
});
