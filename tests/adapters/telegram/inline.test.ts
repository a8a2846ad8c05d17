import { afterEach, describe, expect, it } from 'vitest';
import type { Find, Finding } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningBot, startTelegramBot } from '../../support/telegram-bot.ts';
import { parseTelegramHtml } from '../../support/telegram-html.ts';
import type { InlineResult, Payload } from '../../support/telegram-rules.ts';
import { ANA, inlineQuery } from '../../support/telegram-updates.ts';

const running: RunningBot[] = [];

async function start(find: Find): Promise<RunningBot> {
  const bot = await startTelegramBot(async () => textReply('x'), { find });
  running.push(bot);
  return bot;
}

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

function finding(id: string, fields: Partial<Finding> = {}): Finding {
  return {
    id,
    title: 'Justicia <abierta>',
    excerpt: 'El desafío busca una justicia abierta.',
    source: { path: 'desafios/justicia.md', title: 'Desafío de justicia' },
    reply: textReply('El desafío de justicia & más.'),
    ...fields,
  };
}

async function ask(bot: RunningBot, query: string, offset = ''): Promise<Payload> {
  const before = bot.server.callsOf('answerInlineQuery').length;
  bot.server.push(inlineQuery(`q${before}`, query, offset));
  await bot.server.until(() => bot.server.callsOf('answerInlineQuery').length > before);
  const call = bot.server.callsOf('answerInlineQuery').at(-1);
  expect(call?.code).toBe(200);
  return call?.payload ?? {};
}

const resultsOf = ({ results }: Payload) => results as readonly InlineResult[];
const idsOf = (payload: Payload) => resultsOf(payload).map(({ id }) => id);

describe('a query in any chat', () => {
  it('finds places, each with its title, excerpt, source, answer and link', async () => {
    const asked: unknown[] = [];
    const bot = await start((...query) => {
      asked.push(query);
      return [finding('abc')];
    });
    const payload = await ask(bot, 'justicia');
    expect(asked).toEqual([['justicia', 'es']]);
    expect(payload).toMatchObject({ is_personal: false, cache_time: 300, next_offset: '' });
    const [result] = resultsOf(payload);
    expect(result).toMatchObject({
      id: 'abc',
      title: 'Justicia <abierta>',
      description: 'El desafío busca una justicia abierta.\nFuente: Desafío de justicia',
    });
    expect(parseTelegramHtml(result?.input_message_content.message_text ?? '')).toEqual({
      ok: true,
      text: 'El desafío de justicia & más.\n\nVer la respuesta completa',
      links: [{ text: 'Ver la respuesta completa', url: 'https://t.me/aga_prueba_bot?start=abc' }],
    });
  });

  it('shows fifty places in pages, each once', async () => {
    const all = Array.from({ length: 50 }, (_, index) => finding(`id${index}`));
    const bot = await start(() => all);
    const seen: string[] = [];
    let offset = '';
    do {
      const payload = await ask(bot, '', offset);
      seen.push(...idsOf(payload));
      offset = String(payload.next_offset);
    } while (offset !== '');
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('passes on nothing and 256 characters alike', async () => {
    const asked: string[] = [];
    const bot = await start((query) => {
      asked.push(query);
      return [];
    });
    expect(idsOf(await ask(bot, ''))).toEqual([]);
    expect(idsOf(await ask(bot, 'ñ'.repeat(256)))).toEqual([]);
    expect(asked).toEqual(['', 'ñ'.repeat(256)]);
  });

  it.each(['-1', 'x', '1e3', '99999', '9'.repeat(64)])('finds nothing at the offset %s', async (offset) => {
    const bot = await start(() => [finding('abc')]);
    expect(await ask(bot, 'a', offset)).toMatchObject({ results: [], next_offset: '' });
  });

  it('keeps an answer of any length within one message, and its link', async () => {
    const reply = textReply('Palabra. '.repeat(2_000));
    const bot = await start(() => [finding('abc', { reply, excerpt: 'x '.repeat(900) })]);
    const [result] = resultsOf(await ask(bot, 'a'));
    expect(result?.input_message_content.message_text).toMatch(/start=abc">/);
    expect(result?.description?.length).toBeLessThan(300);
  });

  it('leaves out a place that no link can open', async () => {
    const bot = await start(() => [finding('con espacio'), finding('abc')]);
    expect(idsOf(await ask(bot, 'a'))).toEqual(['abc']);
  });

  it('speaks the language of the app', async () => {
    const bot = await start((_, language) => [finding(language)]);
    const { inline_query: query } = inlineQuery('q', 'justice');
    if (query === undefined) throw new Error('an inline query is a query');
    bot.server.push({ inline_query: { ...query, from: { ...ANA, language_code: 'en' } } });
    await bot.server.until(() => bot.server.callsOf('answerInlineQuery').length === 1);
    const [result] = resultsOf(bot.server.callsOf('answerInlineQuery')[0]?.payload ?? {});
    expect(result?.id).toBe('en');
    expect(result?.description).toContain('Source: ');
  });

  it('is let go when Telegram does not wait any more, and told when it refuses', async () => {
    const bot = await start(() => {
      throw new Error('a bug');
    });
    const late = await start(() => [finding('abc')]);
    late.server.refuseNext('answerInlineQuery', {
      error_code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
    late.server.push(inlineQuery('q', 'a'));
    await late.server.until(() => late.server.callsOf('answerInlineQuery').length === 1);
    bot.server.push(inlineQuery('q', 'a'));
    const failures = () => bot.logger.entries.filter(({ event }) => event === 'telegram.update.failed');
    await bot.server.until(() => failures().length === 1);
    await late.stop();
    expect(late.logger.entries.filter(({ level }) => level === 'warn')).toEqual([]);
  });
});
