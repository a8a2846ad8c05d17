import { afterEach, describe, expect, it } from 'vitest';
import type { Handle, Reply } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningBot, startTelegramBot } from '../../support/telegram-bot.ts';
import { buttonsOf } from '../../support/telegram-rules.ts';
import { GROUP, groupText, press, text } from '../../support/telegram-updates.ts';

const running: RunningBot[] = [];

async function start(handle: Handle): Promise<RunningBot> {
  const bot = await startTelegramBot(handle);
  running.push(bot);
  return bot;
}

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

const COUNT = 3;

function page(number: number, words = `Página ${number}.`): Reply {
  return {
    ...textReply(words),
    pages: {
      number,
      count: COUNT,
      ...(number > 1 ? { previous: { id: `ver:a:${number - 1}`, label: 'Volver' } } : {}),
      ...(number < COUNT ? { next: { id: `ver:a:${number + 1}`, label: 'Ver más' } } : {}),
    },
  };
}

/** A series of three pages. */
const series: Handle = async ({ input }) => {
  if (input.kind !== 'choice') return page(1);
  return /^ver:a:\d$/.test(input.id) ? page(Number(input.id.slice(-1))) : textReply('No conozco esa opción.');
};

/** Presses a button of the last message, as the app does. */
function turn(bot: RunningBot, label: string, chat?: Parameters<typeof press>[2]): void {
  const last = bot.server.sent.at(-1);
  const button = buttonsOf(last?.payload ?? {}).find((candidate) => candidate.text === label);
  if (last === undefined || button === undefined) throw new Error(`no button says ${label}`);
  const id = `press-${bot.server.calls.length}`;
  bot.server.push(press(id, button.callback_data, chat, { message_id: last.id, text: last.text }));
}

const shown = ({ server }: RunningBot) => server.sent.map(({ text: words }) => words);

describe('pages', () => {
  it('turn in the place of the message, forth and back', async () => {
    const bot = await start(series);
    bot.server.push(text('cuente'));
    await bot.server.until(() => bot.server.sent.length === 1);
    turn(bot, 'Siguiente ▶');
    await bot.server.until(() => shown(bot)[0] === 'Página 2.');
    expect(buttonsOf(bot.server.sent[0]?.payload ?? {}).map((button) => button.text)).toEqual([
      '◀ Anterior',
      '2 de 3',
      'Siguiente ▶',
    ]);
    turn(bot, 'Siguiente ▶');
    await bot.server.until(() => shown(bot)[0] === 'Página 3.');
    turn(bot, '◀ Anterior');
    await bot.server.until(() => shown(bot)[0] === 'Página 2.');
    await bot.server.until(() => bot.server.answeredCallbacks.length === 3);
    expect(bot.server.callsOf('sendMessage')).toHaveLength(1);
  });

  it('stay as they are when the same one is asked for twice', async () => {
    const bot = await start(async () => page(1));
    bot.server.push(text('cuente'));
    await bot.server.until(() => bot.server.sent.length === 1);
    turn(bot, 'Siguiente ▶');
    await bot.server.until(() => bot.server.callsOf('editMessageText').length === 1);
    await bot.stop();
    expect(bot.server.callsOf('editMessageText')[0]?.code).toBe(400);
    expect(bot.server.sent).toHaveLength(1);
    expect(bot.logger.entries.filter(({ level }) => level === 'warn')).toEqual([]);
  });

  it.each(["message can't be edited", 'message to edit not found', 'MESSAGE_ID_INVALID'])(
    'come as a new message when Telegram says: %s',
    async (why) => {
      const bot = await start(series);
      bot.server.push(groupText('/ayuda'));
      await bot.server.until(() => bot.server.sent.length === 1);
      bot.server.refuseNext('editMessageText', { error_code: 400, description: `Bad Request: ${why}` });
      turn(bot, 'Siguiente ▶', GROUP);
      await bot.server.until(() => bot.server.sent.length === 2);
      expect(shown(bot)).toEqual(['Página 1.', 'Página 2.']);
      expect(bot.server.sent[1]?.payload).toMatchObject({
        reply_parameters: { message_id: bot.server.sent[0]?.id },
      });
    },
  );

  it('come as a new message below one that can not be seen any more', async () => {
    const bot = await start(series);
    bot.server.push(press('c1', '>ver:a:2', undefined, { message_id: 3, date: 0 }));
    await bot.server.until(() => bot.server.sent.length === 1);
    expect(shown(bot)).toEqual(['Página 2.']);
    expect(bot.server.callsOf('editMessageText')).toEqual([]);
  });

  it('that do not fit in one message come as new ones', async () => {
    const bot = await start(async ({ input }) =>
      page(1, input.kind === 'choice' ? 'a '.repeat(3_000) : 'Uno.'),
    );
    bot.server.push(text('cuente'));
    await bot.server.until(() => bot.server.sent.length === 1);
    turn(bot, 'Siguiente ▶');
    await bot.server.until(() => bot.server.sent.length === 3);
    expect(shown(bot)[0]).toBe('Uno.');
  });

  it('leave the answer in its place when the next one does not exist any more', async () => {
    const bot = await start(series);
    bot.server.push(text('cuente'));
    await bot.server.until(() => bot.server.sent.length === 1);
    bot.server.push(press('c1', '>ver:z:9', undefined, { message_id: bot.server.sent[0]?.id ?? 0 }));
    await bot.server.until(() => bot.server.sent.length === 2);
    expect(shown(bot)).toEqual(['Página 1.', 'No conozco esa opción.']);
  });

  it('say where one is with a button that does nothing', async () => {
    const bot = await start(series);
    bot.server.push(text('cuente'));
    await bot.server.until(() => bot.server.sent.length === 1);
    turn(bot, '1 de 3');
    await bot.server.until(() => bot.server.answeredCallbacks.length === 1);
    await bot.stop();
    expect(shown(bot)).toEqual(['Página 1.']);
  });
});

describe('a vote', () => {
  const actions: Reply['actions'] = [{ kind: 'useful', id: 'bien:a', label: '👍 Me sirvió' }];
  const answering =
    (thanks: Reply): Handle =>
    async ({ input }) =>
      input.kind === 'choice' ? thanks : { ...textReply('Respuesta.'), actions };

  it('is thanked in place, without a message', async () => {
    const bot = await start(answering(textReply('Gracias por su opinión.')));
    bot.server.push(text('pregunta'));
    await bot.server.until(() => bot.server.sent.length === 1);
    turn(bot, '👍 Me sirvió');
    await bot.server.until(() => bot.server.answeredCallbacks.length === 1);
    await bot.stop();
    expect(bot.server.answeredCallbacks[0]?.text).toBe('Gracias por su opinión.');
    expect(shown(bot)).toEqual(['Respuesta.']);
  });

  it.each([
    ['says much', textReply('Gracias. '.repeat(30))],
    ['asks something', { ...textReply('¿Qué faltó?'), suggestions: [{ id: 'x', label: 'El dato' }] }],
  ])('is answered with a message when the reply %s', async (_name, thanks) => {
    const bot = await start(answering(thanks));
    bot.server.push(text('pregunta'));
    await bot.server.until(() => bot.server.sent.length === 1);
    turn(bot, '👍 Me sirvió');
    await bot.server.until(() => bot.server.sent.length === 2);
    expect(bot.server.answeredCallbacks).toEqual([{ id: expect.any(String) }]);
  });

  it('counts although Telegram does not wait for the thanks', async () => {
    const bot = await start(answering(textReply('Gracias.')));
    bot.server.push(text('pregunta'));
    await bot.server.until(() => bot.server.sent.length === 1);
    bot.server.refuseNext('answerCallbackQuery', {
      error_code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
    turn(bot, '👍 Me sirvió');
    await bot.server.until(() => bot.server.callsOf('answerCallbackQuery').length === 1);
    await bot.stop();
    expect(bot.logger.entries.filter(({ level }) => level === 'warn')).toEqual([]);
  });
});

describe('a button that is not ours', () => {
  it('is acknowledged, and asks for nothing', async () => {
    const asked: unknown[] = [];
    const bot = await start(async ({ input }) => {
      asked.push(input);
      return textReply('x');
    });
    const stranger = { id: 9, is_bot: true, first_name: 'Otro', username: 'otro_bot' };
    bot.server.push(press('c1', 'x', undefined, { message_id: 3, from: stranger }));
    bot.server.push({
      callback_query: { id: 'c2', from: stranger, chat_instance: 'x', inline_message_id: 'i', data: 'x' },
    });
    await bot.server.until(() => bot.server.answeredCallbacks.length === 2);
    await bot.stop();
    expect(asked).toEqual([]);
  });
});
