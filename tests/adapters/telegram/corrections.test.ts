import { afterEach, describe, expect, it } from 'vitest';
import { createAnsweredQuestions } from '../../../adapters/telegram/answered.ts';
import type { Handle } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningBot, startTelegramBot } from '../../support/telegram-bot.ts';
import { edited, groupText, text } from '../../support/telegram-updates.ts';

const running: RunningBot[] = [];

const echo: Handle = async ({ input }) => {
  if (input.kind !== 'text') return textReply(input.kind);
  return input.text === 'silencio'
    ? undefined
    : textReply(`${input.text} `.repeat(/larga/.test(input.text) ? 900 : 1));
};

async function start(): Promise<RunningBot> {
  const bot = await startTelegramBot(echo);
  running.push(bot);
  return bot;
}

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

const shown = ({ server }: RunningBot) => server.sent.map(({ text: words }) => words);

describe('an edited question', () => {
  it('has its answer corrected in place, as often as it is edited', async () => {
    const bot = await start();
    const asked = bot.server.push(text('uno'));
    await bot.server.until(() => bot.server.sent.length === 1);
    bot.server.push(edited(asked, 'dos'));
    await bot.server.until(() => shown(bot)[0] === 'dos');
    bot.server.push(edited(asked, 'tres'));
    await bot.server.until(() => shown(bot)[0] === 'tres');
    expect(bot.server.sent).toHaveLength(1);
  });

  it('is not answered again when its words are the same', async () => {
    const bot = await start();
    const asked = bot.server.push(text('uno'));
    bot.server.push(edited(asked, 'uno'));
    bot.server.push(text('fin'));
    await bot.server.until(() => shown(bot).includes('fin'));
    expect(shown(bot)).toEqual(['uno', 'fin']);
    expect(bot.server.callsOf('editMessageText')).toEqual([]);
  });

  it('waits for the answer under way', async () => {
    const bot = await start();
    const asked = bot.server.push(text('uno'));
    bot.server.push(edited(asked, 'dos'));
    await bot.server.until(() => shown(bot)[0] === 'dos');
    expect(bot.server.sent).toHaveLength(1);
  });

  it.each([
    ['the answer takes several messages', 'larga', 'dos', 2],
    ['the new answer does not fit in one', 'uno', 'larga', 1],
  ])('gets a new answer that quotes it when %s', async (_name, before, after, messages) => {
    const bot = await start();
    const asked = bot.server.push(text(before));
    await bot.server.until(() => bot.server.sent.length === messages);
    bot.server.push(edited(asked, after));
    await bot.server.until(() => bot.server.sent.length === 3);
    expect(bot.server.sent[messages]?.payload).toMatchObject({
      reply_parameters: { message_id: asked.message?.message_id },
    });
  });

  it('gets a new answer that quotes it when the answer is gone or not known', async () => {
    const bot = await start();
    const asked = bot.server.push(text('uno'));
    await bot.server.until(() => bot.server.sent.length === 1);
    bot.server.refuseNext('editMessageText', {
      error_code: 400,
      description: 'Bad Request: message to edit not found',
    });
    bot.server.push(edited(asked, 'dos'));
    await bot.server.until(() => bot.server.sent.length === 2);
    bot.server.push(edited(text('de antes'), 'de ahora'));
    await bot.server.until(() => bot.server.sent.length === 3);
    expect(shown(bot)).toEqual(['uno', 'dos', 'de ahora']);
    for (const { payload } of bot.server.sent.slice(1)) expect(payload).toHaveProperty('reply_parameters');
    bot.server.push(edited(asked, 'tres'));
    await bot.server.until(() => shown(bot)[1] === 'tres');
  });

  it('in a group is answered only while it is meant for us', async () => {
    const bot = await start();
    const asked = bot.server.push(groupText('@aga_prueba_bot uno'));
    await bot.server.until(() => bot.server.sent.length === 1);
    bot.server.push(edited(asked, 'uno para otra persona'));
    bot.server.push(edited(groupText('dos'), 'dos más'));
    bot.server.push(edited(asked, '@aga_prueba_bot tres'));
    await bot.server.until(() => shown(bot)[0] === 'tres');
    expect(bot.server.sent).toHaveLength(1);
  });

  it('leaves the answer when there is none to the new words', async () => {
    const bot = await start();
    const asked = bot.server.push(text('uno'));
    bot.server.push(edited(asked, 'silencio'));
    bot.server.push(text('fin'));
    await bot.server.until(() => shown(bot).includes('fin'));
    expect(shown(bot)).toEqual(['uno', 'fin']);
  });
});

describe('the memory of answered questions', () => {
  const one = { input: { kind: 'text', text: 'uno' }, answers: [7] } as const;

  it('knows an answer of an hour ago from an older one', () => {
    let now = 0;
    const answered = createAnsweredQuestions(() => now);
    answered.remember('1', 2, one);
    now = 60 * 60 * 1_000;
    expect(answered.recall('1', 2)).toMatchObject({ ...one, isRecent: true });
    now += 1;
    expect(answered.recall('1', 2)).toMatchObject({ ...one, isRecent: false });
    expect(answered.recall('2', 2)).toBeUndefined();
  });

  it('is bounded, and forgets the oldest first', () => {
    const answered = createAnsweredQuestions(() => 0);
    for (let question = 0; question <= 2_000; question += 1) answered.remember('1', question, one);
    expect(answered.recall('1', 0)).toBeUndefined();
    expect(answered.recall('1', 1)).toBeDefined();
  });
});
