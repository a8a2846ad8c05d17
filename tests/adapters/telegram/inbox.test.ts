import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createIntake } from '../../../adapters/telegram/intake.ts';
import { createInbox } from '../../../src/inbox.ts';
import type { Handle, Inbox, IncomingMessage } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type BotOptions, type RunningBot, startTelegramBot } from '../../support/telegram-bot.ts';
import type { Refusal } from '../../support/telegram-rules.ts';
import { edited, groupText, inlineQuery, press, text } from '../../support/telegram-updates.ts';

const running: RunningBot[] = [];

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

/** An inbox that keeps what it is told; `gate` holds `receive` back. */
function watchedInbox(left: readonly IncomingMessage[] = [], gate: Promise<void> = Promise.resolve()) {
  const inbox = createInbox();
  const received: string[] = [];
  const settled: string[] = [];
  const released: string[] = [];
  const watched: Inbox = {
    receive: async (messages) => {
      await gate;
      received.push(...messages.map(({ id }) => id));
      return inbox.receive(messages);
    },
    settle: async ({ id }) => {
      settled.push(id);
    },
    release: async ({ id }) => {
      released.push(id);
    },
    leftOpen: async (platform) => {
      expect(platform).toBe('telegram');
      await inbox.receive(left);
      return left;
    },
  };
  return { inbox: watched, received, settled, released };
}

function gated() {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open: () => open() };
}

const echo: Handle = async ({ input }) => {
  if (input.kind !== 'text') return textReply(input.kind);
  return input.text === 'silencio' ? undefined : textReply(input.text);
};

async function start(options: BotOptions, handle = echo): Promise<RunningBot> {
  const bot = await startTelegramBot(handle, options);
  running.push(bot);
  return bot;
}

describe.each(['polling', 'webhook'] as const)('the inbox, %s', (mode) => {
  const arrive = ({ server }: RunningBot, update: Parameters<RunningBot['server']['push']>[0]) =>
    mode === 'polling' ? server.push(update) : server.deliver(update);

  it('has a message before Telegram hears that it arrived', async () => {
    const { gate, open } = gated();
    const { inbox, received } = watchedInbox([], gate);
    const bot = await start({ mode, inbox });
    const arrived = arrive(bot, text('hola'));
    const confirmed = async () => {
      if (mode === 'webhook') return Promise.race([arrived, sleep(60).then(() => 'waiting')]);
      await sleep(60);
      return bot.server.callsOf('getUpdates').some(({ payload }) => Number(payload.offset) > 0);
    };
    expect(await confirmed()).toBe(mode === 'webhook' ? 'waiting' : false);
    expect(bot.server.sent).toEqual([]);
    open();
    await bot.server.until(() => bot.server.sent.length === 1);
    if (mode === 'webhook') expect(await arrived).toBe(200);
    expect(received).toHaveLength(1);
  });

  it('is told when a message is done: answered, or met with silence', async () => {
    const { inbox, received, settled } = watchedInbox();
    const bot = await start({ mode, inbox });
    for (const words of ['hola', 'silencio']) await arrive(bot, text(words));
    await arrive(bot, press('c1', 'x'));
    await bot.server.until(() => settled.length === 3);
    expect(settled).toEqual(received);
    expect(bot.server.sent.map(({ text: words }) => words)).toEqual(['hola', 'choice']);
  });

  it.each<[string, Refusal, number]>([
    ['can never be delivered', { error_code: 403, description: 'Forbidden: bot was blocked by the user' }, 2],
    [
      'may be delivered later',
      { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 3_600 } },
      1,
    ],
  ])('settles or releases what %s', async (_name, refusal, count) => {
    const { inbox, settled, released } = watchedInbox();
    const bot = await start({ mode, inbox });
    bot.server.refuseNext('sendMessage', refusal);
    await arrive(bot, text('uno'));
    await arrive(bot, text('dos'));
    await bot.server.until(() => bot.server.sent.length === 1);
    await bot.stop();
    expect(settled).toHaveLength(count);
    expect(released).toHaveLength(2 - count);
  });

  it('gives back what another process left open, which is answered first and in order', async () => {
    const left = ['uno', 'dos', 'tres'].map(
      (words, index): IncomingMessage => ({
        id: `${8_000 + index}`,
        platform: 'telegram',
        conversation: { id: '501', kind: 'direct' },
        author: { id: '501' },
        input: { kind: 'text', text: words },
      }),
    );
    const { inbox, settled } = watchedInbox(left);
    const { gate, open } = gated();
    const bot = await start({ mode, inbox }, async (message) => {
      await gate;
      return echo(message);
    });
    await arrive(bot, text('cuatro'));
    await arrive(bot, { ...text('uno') });
    open();
    await bot.server.until(() => bot.server.sent.length === 5);
    expect(bot.server.sent.map(({ text: words }) => words)).toEqual(['uno', 'dos', 'tres', 'cuatro', 'uno']);
    await bot.server.until(() => settled.length === 5);
  });
});

describe('what is taken in', () => {
  const inbox = createInbox();
  const failures: unknown[] = [];
  const read = ({ message }: { message?: { text?: string } }) => {
    if (message?.text === undefined) throw new Error('an unknown shape');
    const input = { kind: 'text', text: message.text } as const;
    const conversation = { id: '1', kind: 'direct' } as const;
    return {
      kind: 'question' as const,
      message: { id: message.text, platform: 'telegram', conversation, author: { id: '1' }, input },
    };
  };

  it('keeps every number, and each message once', async () => {
    const receive = createIntake(inbox, read as never, (error) => failures.push(error));
    const updates = ['a', 'b', 'a', undefined].map((words, index) => ({
      update_id: index,
      ...(words === undefined ? {} : { message: { text: words } }),
    }));
    const received = await receive(updates as never);
    expect(received.map(({ update_id: id, request }) => [id, request !== undefined])).toEqual([
      [0, true],
      [1, true],
      [2, false],
      [3, false],
    ]);
    expect(failures).toHaveLength(1);
    expect(await receive(updates.slice(0, 1) as never)).toEqual([{ update_id: 0 }]);
  });

  it('asks the inbox for nothing that needs none', async () => {
    const { inbox: watched, received } = watchedInbox();
    const bot = await start({ inbox: watched });
    bot.server.push(inlineQuery('q', 'a'));
    bot.server.push(edited(groupText('@aga_prueba_bot a'), '@aga_prueba_bot b'));
    bot.server.push(groupText('no es para el bot'));
    await bot.server.until(() => bot.server.sent.length === 1);
    expect(received).toEqual([]);
  });
});
