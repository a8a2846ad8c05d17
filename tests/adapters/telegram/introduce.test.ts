import { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { introduce } from '../../../adapters/telegram/introduce.ts';
import { commands as shipped } from '../../../src/intents/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type BotOptions, type RunningBot, startTelegramBot } from '../../support/telegram-bot.ts';
import { startTelegramServer, type TelegramServer } from '../../support/telegram-server.ts';
import { text } from '../../support/telegram-updates.ts';

const running: RunningBot[] = [];

async function start(options?: BotOptions): Promise<RunningBot> {
  const bot = await startTelegramBot(async () => textReply('Respuesta.'), options);
  running.push(bot);
  return bot;
}

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

const lastRead = (server: TelegramServer) =>
  server.until(() =>
    server.callsOf('getMyShortDescription').some(({ payload }) => payload.language_code === 'en'),
  );
const written = (server: TelegramServer) => server.calls.filter(({ method }) => method.startsWith('setMy'));

describe('the menu', () => {
  const commands = [
    { names: { es: ['start', 'inicio'], en: ['start'] }, description: { es: 'Comenzar.', en: 'Start.' } },
    { names: { es: ['ayuda'], en: ['help'] }, description: { es: 'Qué preguntar.', en: 'What to ask.' } },
    { names: { es: ['método', 'metodo'], en: ['Method'] }, description: { es: 'x '.repeat(200), en: 'x' } },
  ];

  it('is in each language and place, shorter in groups', async () => {
    const { server } = await start({ commands });
    await server.until(() => server.callsOf('setMyCommands').length === 4);
    const method = { command: 'metodo', description: expect.stringMatching(/^x( x){127}$/) };
    const es = [{ command: 'ayuda', description: 'Qué preguntar.' }, method];
    const en = [{ command: 'help', description: 'What to ask.' }];
    const alone = { type: 'all_private_chats' };
    const groups = { type: 'all_group_chats' };
    expect(server.callsOf('setMyCommands').map(({ payload }) => payload)).toEqual([
      { scope: alone, commands: [{ command: 'start', description: 'Comenzar.' }, ...es] },
      { scope: groups, commands: es },
      { scope: alone, commands: [{ command: 'start', description: 'Start.' }, ...en], language_code: 'en' },
      { scope: groups, commands: en, language_code: 'en' },
    ]);
  });

  it('holds what the assistant knows, by names that Telegram takes', async () => {
    const { server } = await start({ commands: shipped });
    await lastRead(server);
    expect(written(server).map(({ code }) => code)).not.toContain(400);
    const sizes = server
      .callsOf('setMyCommands')
      .map(({ payload }) => (payload.commands as unknown[]).length);
    const [alone = 0, groups = 0] = sizes;
    expect(alone).toBeGreaterThan(3);
    expect(groups).toBeLessThan(alone);
  });
});

describe('the profile', () => {
  const [es, en] = [adapterTexts('es').telegram, adapterTexts('en').telegram];

  let server: TelegramServer;
  let api: Api;
  beforeEach(async () => {
    server = await startTelegramServer();
    api = new Api(server.token, { apiRoot: server.root });
  });
  afterEach(() => server.close());

  /** What a start writes of the profile. */
  async function introduced(): Promise<unknown[]> {
    const before = server.calls.length;
    const failures: string[] = [];
    const context = { commands: [], texts: adapterTexts };
    await introduce(api, context, new AbortController().signal, (what) => failures.push(what));
    expect(failures).toEqual([]);
    return server.calls
      .slice(before)
      .filter(({ method }) => /^setMy(?!Commands)/.test(method))
      .map(({ payload }) => payload);
  }

  const descriptions = [
    { description: es.description },
    { description: en.description, language_code: 'en' },
    { short_description: es.shortDescription },
    { short_description: en.shortDescription, language_code: 'en' },
  ];

  it('has descriptions in both languages where it had none, and the name that its owner chose', async () => {
    expect(await introduced()).toEqual(descriptions);
  });

  it('has an English name when its name is that of the assistant', async () => {
    await api.setMyName(es.name);
    expect(await introduced()).toEqual([{ name: en.name, language_code: 'en' }, ...descriptions]);
  });

  it('keeps what its owner wrote', async () => {
    await api.setMyName(es.name);
    await api.setMyName('Ours', { language_code: 'en' });
    await api.setMyDescription('Escriba a datos@example.org.');
    await api.setMyShortDescription('Nuestro bot.');
    expect(await introduced()).toEqual([]);
  });

  it('is left alone when it already is as it should be', async () => {
    await api.setMyName(es.name);
    expect(await introduced()).toHaveLength(5);
    expect(await introduced()).toEqual([]);
  });

  it('does without what Telegram refuses, sets the rest, and says so without a word of it', async () => {
    await api.setMyName(es.name);
    const hour = {
      error_code: 429,
      description: 'Too Many Requests: retry after 80000',
      parameters: { retry_after: 80_000 },
    };
    server.refuseNext('setMyName', hour);
    server.refuseNext('setMyCommands', { error_code: 400, description: 'Bad Request: BOT_COMMAND_INVALID' });
    const { logger } = await start({ server });
    server.push(text('hola'));
    await server.until(
      () => server.sent.length === 1 && server.callsOf('setMyShortDescription').length === 2,
    );
    const refused = logger.entries.filter(({ event }) => event === 'telegram.introduction.refused');
    expect(refused.map(({ fields }) => fields.what)).toEqual(['commands', 'name']);
    expect(server.callsOf('setMyName').map(({ code }) => code)).toEqual([200, 429]);
  });

  /** https://core.telegram.org/bots/api#setmyname, #setmydescription, #setmyshortdescription */
  it.each(['es', 'en'] as const)('keeps to the limits of Telegram: %s', (language) => {
    const { name, description, shortDescription } = adapterTexts(language).telegram;
    expect(Array.from(name).length).toBeLessThanOrEqual(64);
    expect(Array.from(description).length).toBeLessThanOrEqual(512);
    expect(Array.from(shortDescription).length).toBeLessThanOrEqual(120);
  });
});
