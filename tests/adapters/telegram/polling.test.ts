import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Handle, IncomingMessage, Reply } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type BotOptions, type RunningBot, startTelegramBot } from '../../support/telegram-bot.ts';
import { buttonsOf } from '../../support/telegram-rules.ts';
import { startTelegramServer } from '../../support/telegram-server.ts';
import { GROUP, groupText, press, text } from '../../support/telegram-updates.ts';

const running: RunningBot[] = [];

async function start(handle: Handle, options?: BotOptions): Promise<RunningBot> {
  const bot = await startTelegramBot(handle, options);
  running.push(bot);
  return bot;
}

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

/** Says back what was asked. */
const echo: Handle = async ({ input }) =>
  textReply(input.kind === 'text' ? `Usted dijo: ${input.text}` : input.kind);

describe('at start', () => {
  it('takes a webhook away, then polls for what it reads', async () => {
    const server = await startTelegramServer();
    await fetch(`${server.root}/bot${server.token}/setWebhook`, {
      method: 'POST',
      body: JSON.stringify({ url: 'https://example.org/antes' }),
    });
    await start(echo, { server });
    server.push(text('hola'));
    await server.until(() => server.sent.length === 1);
    expect(server.callsOf('getUpdates')[0]?.payload).toMatchObject({
      allowed_updates: ['message', 'edited_message', 'callback_query', 'inline_query'],
    });
    expect(server.calls.map(({ method }) => method)).not.toContain('getWebhookInfo');
  });

  it('waits for a server that is not ready', async () => {
    const server = await startTelegramServer();
    server.refuseNext('deleteWebhook', {
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    await start(echo, { server });
    server.push(text('hola'));
    await server.until(() => server.sent.length === 1);
  });

  it('gives up with a token that Telegram does not know', async () => {
    const bot = await start(echo, { token: '7000002:AAE-otro_token_que_nadie_conoce_00' });
    await expect(bot.finished).rejects.toThrow(/^Telegram no aceptó TELEGRAM_BOT_TOKEN .*401.*@BotFather/);
  });

  it('gives up when another process polls', async () => {
    const first = await start(echo);
    await first.server.until(() => first.logger.entries.some(({ event }) => event === 'telegram.started'));
    const second = await startTelegramBot(echo, { server: first.server });
    await expect(first.finished).rejects.toThrow(/^Otro programa.*409.*TELEGRAM_BOT_TOKEN/);
    await second.stop();
  });
});

describe('answers', () => {
  it('asks for no preview, and quotes nothing in a private chat', async () => {
    const { server } = await start(echo);
    server.push(text('hola <b>'));
    await server.until(() => server.sent.length === 1);
    expect(server.sent[0]).toMatchObject({ chat: '501', text: 'Usted dijo: hola <b>' });
    expect(server.sent[0]?.payload).toEqual({
      chat_id: '501',
      text: 'Usted dijo: hola &lt;b&gt;',
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    });
  });

  it('quotes the question in a group, in its topic, and says nothing to the rest', async () => {
    const { server } = await start(echo);
    server.push(groupText('¿alguien sabe?'));
    const asked = server.push(
      groupText('@aga_prueba_bot ¿qué es AGA?', { is_topic_message: true, message_thread_id: 42 }),
    );
    await server.until(() => server.sent.length === 1);
    expect(server.sent.map(({ chat, text: shown }) => [chat, shown])).toEqual([
      [String(GROUP.id), 'Usted dijo: ¿qué es AGA?'],
    ]);
    expect(server.sent[0]?.payload).toMatchObject({
      message_thread_id: 42,
      reply_parameters: { message_id: asked.message?.message_id, allow_sending_without_reply: true },
    });
  });

  it('goes to a question that was deleted meanwhile', async () => {
    const { server } = await start(echo);
    server.push(press('c9', 'ayuda', GROUP));
    await server.until(() => server.sent.length === 1);
    expect(server.sent[0]?.text).toBe('choice');
  });

  it('puts the buttons under the last of several messages, and the quote in the first', async () => {
    const long: Reply = {
      ...textReply('Palabra. '.repeat(1_000)),
      suggestions: [
        { id: 'mas', label: 'Más' },
        { id: 'x'.repeat(65), label: 'Demasiado larga' },
      ],
    };
    const { server, logger } = await start(async () => long);
    server.push(groupText('/ayuda'));
    await server.until(() => server.sent.length === 3);
    expect(server.sent.map(({ payload }) => buttonsOf(payload).map((button) => button.text))).toEqual([
      [],
      [],
      ['Más'],
    ]);
    expect(server.sent.map(({ payload }) => 'reply_parameters' in payload)).toEqual([true, false, false]);
    expect(logger.entries).toContainEqual(
      expect.objectContaining({ event: 'telegram.buttons.dropped', fields: { count: 1 } }),
    );
  });

  it('answers a button once, and stops its spinner even when the answer fails', async () => {
    const seen: IncomingMessage[] = [];
    const { server } = await start(async (message) => {
      seen.push(message);
      if (seen.length === 1) throw new Error('a bug');
      return textReply('Aquí está.');
    });
    server.push(press('c1', 'uno'));
    server.push(press('c2', 'nadie conoce esto'));
    await server.until(() => server.sent.length === 2);
    expect(server.answeredCallbacks).toEqual([{ id: 'c1' }, { id: 'c2' }]);
    expect(server.callsOf('answerCallbackQuery')).toHaveLength(2);
    expect(seen[1]?.input).toEqual({ kind: 'choice', id: 'nadie conoce esto' });
  });

  it('says sorry in the language of the app when the handle rejects', async () => {
    const { server, logger } = await start(async () => {
      throw new Error('a bug');
    });
    server.push(text('hola'));
    server.push(text('hi', { from: { id: 501, is_bot: false, first_name: 'A', language_code: 'en-GB' } }));
    await server.until(() => server.sent.length === 2);
    expect(server.sent[0]?.text).toMatch(/otra vez/);
    expect(server.sent[1]?.text).toMatch(/again/);
    expect(logger.entries.filter(({ event }) => event === 'telegram.handle.failed')).toHaveLength(2);
  });
});

describe('order and time', () => {
  it('keeps the order within a chat, and lets no chat wait for another', async () => {
    const order: string[] = [];
    const { server } = await start(async ({ conversation, input }) => {
      const words = input.kind === 'text' ? input.text : '';
      if (words === 'lenta') await sleep(150);
      order.push(`${conversation.id} ${words}`);
      return textReply(words);
    });
    server.push(text('lenta'));
    server.push(text('rápida'));
    server.push(text('otra', { chat: { id: 502, type: 'private', first_name: 'Luz' } }));
    await server.until(() => server.sent.length === 3);
    expect(order).toEqual(['502 otra', '501 lenta', '501 rápida']);
  });

  it('shows «typing» only for an answer that takes long', async () => {
    const { server } = await start(async ({ input }) => {
      if (input.kind === 'text' && input.text === 'lenta') await sleep(500);
      return textReply('Ya.');
    });
    server.push(text('rápida'));
    await server.until(() => server.sent.length === 1);
    server.push(text('lenta'));
    await server.until(() => server.sent.length === 2);
    expect(server.callsOf('sendChatAction').map(({ payload }) => payload)).toEqual([
      { chat_id: '501', action: 'typing' },
    ]);
  });

  it('answers an update that comes twice only once', async () => {
    const server = await startTelegramServer();
    server.repeat(server.push(text('hola')));
    await start(echo, { server });
    server.push(text('adiós'));
    await server.until(() => server.sent.length === 2);
    expect(server.sent.map(({ text: shown }) => shown)).toEqual(['Usted dijo: hola', 'Usted dijo: adiós']);
  });

  it('stops fetching at once when told to, and keeps what it did not fetch', async () => {
    const bot = await start(echo);
    bot.controller.abort();
    await bot.finished;
    bot.server.push(text('tarde'));
    await sleep(30);
    expect(bot.server.sent).toEqual([]);
  });

  it('sends by itself to a chat that it knows', async () => {
    const { server, adapter } = await start(echo);
    server.meet(-77);
    await adapter.send?.({ id: '-77', kind: 'group' }, textReply('Una respuesta que se debía.'));
    expect(server.sent[0]).toMatchObject({ chat: '-77', text: 'Una respuesta que se debía.' });
  });
});
