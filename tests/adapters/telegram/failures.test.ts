import { afterEach, describe, expect, it } from 'vitest';
import { telegram } from '../../../adapters/telegram/index.ts';
import { createInbox } from '../../../src/inbox.ts';
import { type Handle, Undelivered } from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { type RunningBot, startTelegramBot } from '../../support/telegram-bot.ts';
import type { Refusal } from '../../support/telegram-rules.ts';
import { startTelegramServer } from '../../support/telegram-server.ts';
import { GROUP, groupText, text } from '../../support/telegram-updates.ts';

const running: RunningBot[] = [];

async function start(handle: Handle = async () => textReply('Respuesta.')): Promise<RunningBot> {
  const bot = await startTelegramBot(handle);
  running.push(bot);
  return bot;
}

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

const LUZ = { id: 502, type: 'private', first_name: 'Luz' } as const;

function warnings({ logger }: RunningBot): readonly string[] {
  return logger.entries
    .filter(({ level }) => level === 'warn' || level === 'error')
    .map(({ event, fields }) => `${event} ${String(fields.error ?? '')}`.trim());
}

describe('when Telegram refuses', () => {
  it('waits as long as it is told in one chat, and answers the others meanwhile', async () => {
    const { server } = await start();
    const slow = {
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    };
    server.refuseNext('sendMessage', slow, ({ chat_id: chat }) => chat === '501');
    server.push(text('hola'));
    await server.until(() => server.callsOf('sendMessage').length === 1);
    server.push(text('hola', { chat: LUZ }));
    await server.until(() => server.sent.length === 2);
    expect(server.sent.map(({ chat }) => chat)).toEqual(['502', '501']);
    const [refused, other, again] = server.callsOf('sendMessage');
    expect(other?.at).toBeLessThan(again?.at ?? 0);
    expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThan(950);
  });

  it('does not wait for an hour', async () => {
    const bot = await start();
    const hour = {
      error_code: 429,
      description: 'Too Many Requests: retry after 3600',
      parameters: { retry_after: 3_600 },
    };
    bot.server.refuseNext('sendMessage', hour);
    bot.server.push(text('hola'));
    bot.server.push(text('adiós'));
    await bot.server.until(() => bot.server.sent.length === 1);
    expect(warnings(bot)).toEqual([
      'telegram.undelivered sendMessage: 429 Too Many Requests: retry after 3600',
    ]);
  });

  it.each([
    { error_code: 403, description: 'Forbidden: bot was blocked by the user' },
    { error_code: 400, description: 'Bad Request: chat not found' },
  ])('goes on after $description', async (refusal) => {
    const bot = await start();
    bot.server.refuseNext('sendMessage', refusal);
    bot.server.push(text('hola'));
    bot.server.push(text('adiós', { chat: LUZ }));
    await bot.server.until(() => bot.server.sent.length === 1);
    expect(bot.server.sent[0]?.chat).toBe('502');
    expect(warnings(bot)).toEqual([
      `telegram.undelivered sendMessage: ${refusal.error_code} ${refusal.description}`,
    ]);
  });

  it('follows a group that became a supergroup, with all that is left to send', async () => {
    const { server } = await start(async () => textReply('Palabra. '.repeat(700)));
    server.meet(-1_009_999);
    server.refuseNext('sendMessage', {
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -1_009_999 },
    });
    server.push(groupText('/ayuda'));
    await server.until(() => server.sent.length === 2);
    expect(server.sent.map(({ chat }) => chat)).toEqual(['-1009999', '-1009999']);
    expect(server.callsOf('sendMessage')[0]?.payload.chat_id).toBe(String(GROUP.id));
  });

  it('sends the plain text when the markup is refused', async () => {
    const bot = await start(async () => ({
      ...textReply('Dos < tres'),
      suggestions: [{ id: 'mas', label: 'Más' }],
    }));
    bot.server.refuseNext('sendMessage', {
      error_code: 400,
      description: 'Bad Request: can\'t parse entities: Unsupported start tag "secreto" at byte offset 3',
    });
    bot.server.push(groupText('/ayuda'));
    await bot.server.until(() => bot.server.sent.length === 1);
    const payload = bot.server.sent[0]?.payload;
    expect(payload).toMatchObject({
      text: 'Dos < tres',
      reply_markup: expect.anything(),
      reply_parameters: expect.anything(),
    });
    expect(payload).not.toHaveProperty('parse_mode');
    expect(JSON.stringify(bot.logger.entries)).not.toContain('secreto');
  });
});

describe('what is sent unasked', () => {
  it('goes to a chat that is known, below a message', async () => {
    const { adapter, server } = await start();
    server.meet(404);
    await adapter.send?.({ id: '404', kind: 'direct' }, textReply('x'), { quote: '12', key: 'k' });
    expect(server.sent[0]?.payload).toMatchObject({
      chat_id: '404',
      reply_parameters: { message_id: 12, allow_sending_without_reply: true },
    });
  });

  it.each<[string, Refusal, Partial<Undelivered>]>([
    [
      'the person blocked the bot',
      { error_code: 403, description: 'Forbidden: bot was blocked by the user' },
      { isFinal: true, retryAfter: undefined },
    ],
    [
      'the chat does not exist',
      { error_code: 400, description: 'Bad Request: chat not found' },
      { isFinal: true, retryAfter: undefined },
    ],
    [
      'it is too much',
      { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 3_600 } },
      { isFinal: false, retryAfter: 3_600_000 },
    ],
    ['the token is refused', { error_code: 401, description: 'Unauthorized' }, { isFinal: false }],
  ])('is told as undelivered when %s', async (_name, refusal, expected) => {
    const { adapter, server } = await start();
    server.meet(404);
    server.refuseNext('sendMessage', refusal);
    const sending = adapter.send?.({ id: '404', kind: 'direct' }, textReply('x'));
    const error: unknown = await sending?.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Undelivered);
    expect(error).toMatchObject({ ...expected, message: expect.stringContaining(refusal.description) });
  });

  it('is told as undelivered, for now, before the bot is connected and after it has stopped', async () => {
    const bot = await start();
    bot.controller.abort();
    await bot.finished;
    const late = await bot.adapter
      .send?.({ id: '501', kind: 'direct' }, textReply('x'))
      .catch((e: unknown) => e);
    expect(late).toMatchObject({ name: 'Undelivered', isFinal: false });
    const settings = telegram.settings.parse({ TELEGRAM_BOT_TOKEN: bot.server.token });
    const early = await telegram.create(settings, {
      handle: async () => undefined,
      inbox: createInbox(),
      find: () => [],
      placeOf: () => undefined,
      logger: recordingLogger(),
      commands: [],
      texts: adapterTexts,
    });
    const error = await early.send?.({ id: '501', kind: 'direct' }, textReply('x')).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'Undelivered', isFinal: false });
  });
});

describe('when the network fails', () => {
  it('polls again once the server is back, and says so once', async () => {
    const bot = await start();
    for (let times = 0; times < 3; times += 1) {
      bot.server.refuseNext('getUpdates', { error_code: 502, description: 'Bad Gateway' });
    }
    bot.server.push(text('hola'));
    await bot.server.until(() => bot.server.sent.length === 1);
    bot.server.push(text('adiós'));
    await bot.server.until(() => bot.server.sent.length === 2);
    const events = bot.logger.entries.map(({ event }) => event);
    expect(events.filter((event) => event === 'telegram.unreachable')).toHaveLength(1);
    expect(events.filter((event) => event === 'telegram.reachable')).toHaveLength(1);
  });

  it('says whether it is connected', async () => {
    const bot = await start();
    const isConnected = () => bot.adapter.isConnected?.();
    await expect.poll(isConnected).toBe(true);
    await bot.server.close();
    await expect.poll(isConnected).toBe(false);
    bot.controller.abort();
    await bot.finished;
    expect(isConnected()).toBe(false);
  });

  it('stops at once while the server can not be reached', async () => {
    const gone = await startTelegramServer();
    await gone.close();
    const bot = await startTelegramBot(async () => textReply('x'), {
      server: { ...gone, until: async () => {} },
    });
    await expect.poll(() => warnings(bot)).not.toEqual([]);
    expect(bot.adapter.isConnected?.()).toBe(false);
    bot.controller.abort();
    await bot.finished;
    expect(warnings(bot)[0]).toMatch(/^telegram\.unreachable .*'getMe' failed! \(ECONNREFUSED\)$/);
    await bot.stop();
  });
});

describe('the log', () => {
  it('never holds the token, an id or a text', async () => {
    const bot = await start(async ({ input }) => {
      if (input.kind === 'text' && input.text === 'falla')
        throw new Error(`failed at /bot${bot.server.token}/x`);
      return textReply('Una respuesta con palabras.');
    });
    const { server } = bot;
    server.refuseNext('sendMessage', {
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    server.refuseNext('getUpdates', { error_code: 500, description: 'Internal Server Error' });
    server.push(text('pregunta privada'));
    server.push(text('falla'));
    server.push(groupText('/ayuda'));
    await server.until(() => server.sent.length === 2);
    await server.close();
    await expect
      .poll(() => warnings(bot))
      .toContainEqual(expect.stringMatching(/telegram\.unreachable .*getUpdates/));
    await bot.stop();

    const log = JSON.stringify(bot.logger.entries);
    expect(log).toContain('telegram.handle.failed');
    for (const secret of [
      server.token,
      'AAE-prueba',
      '501',
      String(GROUP.id),
      'pregunta',
      'palabras',
      'Ana',
    ]) {
      expect(log).not.toContain(secret);
    }
  });

  it('never holds the token in the error that ends the adapter', async () => {
    const token = '7000002:AAE-otro_token_que_nadie_conoce_00';
    const bot = await startTelegramBot(async () => textReply('x'), { token });
    const error: unknown = await bot.finished.catch((reason: unknown) => reason);
    await bot.stop();
    expect(error).toBeInstanceOf(Error);
    if (!(error instanceof Error)) return;
    expect(error.message).toContain('TELEGRAM_BOT_TOKEN');
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain('AAE-otro');
    expect(error.cause).toBeUndefined();
  });
});
