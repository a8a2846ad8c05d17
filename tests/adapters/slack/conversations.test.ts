import { afterEach, describe, expect, it } from 'vitest';
import type { Handle, IncomingMessage } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningSlackBot, type SlackBotOptions, startSlackBot } from '../../support/slack-bot.ts';
import { callback, command, directMessage, mention, newTs, press } from '../../support/slack-events.ts';

const answering =
  (seen: IncomingMessage[]): Handle =>
  async (message) => {
    seen.push(message);
    return textReply(`Respuesta ${seen.length}.`);
  };

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  const bots: RunningSlackBot[] = [];

  async function start(handle: Handle, options: SlackBotOptions = {}): Promise<RunningSlackBot> {
    const bot = await startSlackBot(handle, { mode, ...options });
    bots.push(bot);
    return bot;
  }

  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.stop();
  });

  it('answers a mention in its thread, without previews of links', async () => {
    const bot = await start(answering([]));
    const ts = newTs();
    await bot.deliver(callback(mention('<@UBOT> hola', { ts })));
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(bot.server.posted[0]).toMatchObject({
      method: 'chat.postMessage',
      channel: 'C1',
      thread: ts,
      shown: 'Respuesta 1.',
      fields: { unfurl_links: 'false', unfurl_media: 'false', mrkdwn: 'false' },
    });
  });

  it('answers a direct message outside threads outside, and one inside inside', async () => {
    const bot = await start(answering([]));
    await bot.deliver(callback(directMessage('hola')));
    await bot.server.until(() => bot.server.posted.length === 1);
    await bot.deliver(callback(directMessage('hola', { thread_ts: '1700000000.000001' })));
    await bot.server.until(() => bot.server.posted.length === 2);
    expect(bot.server.posted.map(({ thread }) => thread)).toEqual([undefined, '1700000000.000001']);
  });

  it('answers a redelivered event once, and the same message as two events once', async () => {
    const seen: IncomingMessage[] = [];
    const bot = await start(answering(seen));
    const event = callback(directMessage('uno'));
    await bot.deliver(event);
    await bot.deliver(event);
    const twin = directMessage('<@UBOT> dos');
    await bot.deliver(callback(twin));
    await bot.deliver(callback({ ...twin, type: 'app_mention', channel_type: undefined }));
    await bot.deliver(callback(directMessage('tres')));
    await bot.server.until(() => bot.server.posted.length >= 3);
    expect(seen.map(({ input }) => input)).toEqual(
      ['uno', 'dos', 'tres'].map((text) => ({ kind: 'text', text })),
    );
    expect(bot.server.posted).toHaveLength(3);
  });

  it('answers the slash command to its author alone', async () => {
    const seen: IncomingMessage[] = [];
    const bot = await start(answering(seen));
    await bot.deliver(command('desafios 2017', bot.server.responseUrl()));
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(seen[0]?.input).toEqual({ kind: 'command', name: 'desafios', args: '2017' });
    expect(bot.server.posted[0]).toMatchObject({
      method: 'respond',
      fields: { response_type: 'ephemeral', replace_original: false },
    });
  });

  it('answers a button in its thread, and in private when the button is', async () => {
    const seen: IncomingMessage[] = [];
    const bot = await start(answering(seen));
    const place = { channel_id: 'C1', thread_ts: '1700000000.000001' };
    await bot.deliver(press('nunca-visto', bot.server.responseUrl(), place));
    await bot.server.until(() => bot.server.posted.length === 1);
    await bot.deliver(press('mas', bot.server.responseUrl(), { channel_id: 'C1', is_ephemeral: true }));
    await bot.server.until(() => bot.server.posted.length === 2);
    expect(seen.map(({ input }) => input)).toEqual([
      { kind: 'choice', id: 'nunca-visto' },
      { kind: 'choice', id: 'mas' },
    ]);
    expect(bot.server.posted).toMatchObject([
      { method: 'chat.postMessage', channel: 'C1', thread: '1700000000.000001' },
      { method: 'respond', fields: { response_type: 'ephemeral' } },
    ]);
  });

  it('acknowledges a press and a command while the answer takes its time', async () => {
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const bot = await start(async () => {
      await gate;
      return textReply('Al fin.');
    });
    await bot.deliver(press('mas', bot.server.responseUrl()));
    await bot.deliver(command('hola', bot.server.responseUrl()));
    expect(bot.server.posted).toEqual([]);
    open();
    await bot.server.until(() => bot.server.posted.length === 2);
  });

  it('keeps the order of one conversation while another goes on', async () => {
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const bot = await start(async ({ input, conversation }) => {
      const text = input.kind === 'text' ? input.text : '';
      if (text === 'lenta') await gate;
      return textReply(`${conversation.id} ${text}`);
    });
    await bot.deliver(callback(directMessage('lenta')));
    await bot.deliver(callback(directMessage('rápida')));
    await bot.deliver(callback(directMessage('otra', { channel: 'D2' })));
    await bot.server.until(() => bot.server.posted.length === 1);
    open();
    await bot.server.until(() => bot.server.posted.length === 3);
    expect(bot.server.posted.map(({ shown }) => shown)).toEqual(['D2 otra', 'D1 lenta', 'D1 rápida']);
  });

  it('does not answer bots, edits and other channels', async () => {
    const seen: IncomingMessage[] = [];
    const bot = await start(answering(seen));
    await bot.deliver(callback(directMessage('hola', { bot_id: 'B2' })));
    await bot.deliver(callback(directMessage('hola', { user: 'UBOT' })));
    await bot.deliver(callback(directMessage('hola', { subtype: 'message_changed', user: undefined })));
    await bot.deliver(callback(mention('<@UBOT> hola', { bot_id: 'B2' })));
    await bot.deliver(callback(directMessage('última')));
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(seen.map(({ input }) => input)).toEqual([{ kind: 'text', text: 'última' }]);
  });
});

describe('a message that nobody asked for', () => {
  it('goes to a channel, a thread, or one person in a channel', async () => {
    const bot = await startSlackBot(async () => textReply('Hola.'));
    try {
      await bot.adapter.send?.({ id: 'C1', kind: 'group' }, textReply('Al canal.'));
      await bot.adapter.send?.(
        { id: 'C1', kind: 'group', threadId: '1700000000.000001' },
        textReply('Al hilo.'),
      );
      await bot.adapter.send?.({ id: 'C1:U1', kind: 'direct' }, textReply('A una persona.'));
      expect(bot.server.posted).toMatchObject([
        { method: 'chat.postMessage', channel: 'C1', shown: 'Al canal.' },
        { method: 'chat.postMessage', channel: 'C1', thread: '1700000000.000001' },
        { method: 'chat.postEphemeral', channel: 'C1', user: 'U1', shown: 'A una persona.' },
      ]);
      await expect(bot.adapter.send?.({ id: 'X1', kind: 'group' }, textReply('x'))).rejects.toThrow(
        /Slack did not take the message \(channel_not_found\)/,
      );
    } finally {
      await bot.stop();
    }
  });
});
