import { afterEach, describe, expect, it } from 'vitest';
import type { Handle, Inbox, IncomingMessage } from '../../../src/messaging/index.ts';
import { Undelivered } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningSlackBot, type SlackBotOptions, startSlackBot } from '../../support/slack-bot.ts';
import { callback, command, directMessage, press, submission } from '../../support/slack-events.ts';

/** An inbox that keeps what is open, and that a test can hold back. */
function keepingInbox(left: readonly IncomingMessage[] = []) {
  const open = new Map<string, IncomingMessage>();
  const seen = new Set<string>();
  let gate: Promise<void> = Promise.resolve();
  const inbox: Inbox = {
    receive: async (messages) => {
      await gate;
      const fresh = messages.filter(({ id }) => !seen.has(id));
      for (const message of fresh) {
        seen.add(message.id);
        open.set(message.id, message);
      }
      return fresh;
    },
    settle: async ({ id }) => {
      open.delete(id);
    },
    release: async () => {},
    leftOpen: async (platform) => {
      for (const message of left) open.set(message.id, message);
      return left.filter((message) => message.platform === platform);
    },
  };
  return {
    inbox,
    open,
    hold: () => {
      let release: () => void = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}

describe.each(['socket', 'http'] as const)('the inbox over %s', (mode) => {
  const bots: RunningSlackBot[] = [];

  async function start(inbox: Inbox, handle?: Handle, options: SlackBotOptions = {}) {
    const answer = handle ?? (async () => textReply('Hola.'));
    const bot = await startSlackBot(answer, { mode, ...options, context: { inbox } });
    bots.push(bot);
    return bot;
  }

  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.stop();
  });

  it.each([
    ['an event', callback(directMessage('hola'))],
    ['a command', command('hola', '')],
    ['a press', press('mas', '')],
  ])('has %s before Slack is told that it arrived', async (_, body) => {
    const { inbox, hold, open } = keepingInbox();
    const bot = await start(inbox);
    const release = hold();
    let isAcknowledged = false;
    const url = 'event' in body ? {} : { response_url: bot.server.responseUrl() };
    const delivered = bot.deliver({ ...body, ...url }).then(() => {
      isAcknowledged = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(isAcknowledged).toBe(false);
    release();
    await delivered;
    await bot.server.until(() => bot.server.posted.length === 1 && open.size === 0);
  });

  it('is settled once Slack took the reply, or when there is none to give', async () => {
    const { inbox, open } = keepingInbox();
    let answer: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const bot = await start(inbox, async ({ input }) => {
      await gate;
      return input.kind === 'text' && input.text === 'muda' ? undefined : textReply('Hola.');
    });
    await bot.deliver(callback(directMessage('hola')));
    await bot.deliver(callback(directMessage('muda', { channel: 'D2' })));
    expect(open.size).toBe(2);
    answer();
    await bot.server.until(() => open.size === 0);
    expect(bot.server.posted).toHaveLength(1);
    await bot.deliver(submission('hola', { id: 'V9' }));
    await bot.server.until(() => open.size === 0 && bot.server.world.views.length === 1);
  });

  it.each(['channel_not_found', 'not_in_channel', 'is_archived', 'user_not_found', 'cannot_dm_bot'])(
    'is settled when the reply can never be delivered: %s',
    async (code) => {
      const { inbox, open } = keepingInbox();
      const bot = await start(inbox);
      bot.server.world.shut.set('D1', code);
      await bot.deliver(callback(directMessage('hola')));
      await bot.server.until(() => bot.server.refused.length === 1 && open.size === 0);
      expect(bot.logger.entries).toContainEqual({
        level: 'warn',
        event: 'slack.undelivered',
        fields: { error: code, isLost: true },
      });
    },
  );

  it.each(['internal_error', 'token_revoked', 502])(
    'stays open when Slack may take the reply later: %s',
    async (how) => {
      const { inbox, open } = keepingInbox();
      const bot = await start(inbox);
      bot.server.refuse('chat.postMessage', how);
      await bot.deliver(callback(directMessage('perdida')));
      await bot.deliver(callback(directMessage('sigue')));
      await bot.server.until(() => bot.server.posted.length === 1);
      await bot.server.until(() => open.size === 1);
    },
  );

  it('answers at the start what a process that is gone left open', async () => {
    const message = (id: string, conversation: IncomingMessage['conversation']): IncomingMessage => ({
      id,
      platform: 'slack',
      conversation,
      author: { id: 'U1' },
      input: { kind: 'text', text: id },
    });
    const left = [
      message('1', { id: 'D1', kind: 'direct' }),
      message('2', { id: 'C1', kind: 'group', threadId: '1700000000.000001' }),
      message('3', { id: 'C1:U1', kind: 'direct' }),
      message('4', { id: 'U1', kind: 'direct' }),
    ];
    const { inbox, open } = keepingInbox(left);
    const bot = await start(inbox);
    await bot.server.until(() => bot.server.posted.length === 4 && open.size === 0);
    expect(
      bot.server.posted.map(({ method, channel, thread, user }) => [method, channel, thread ?? user]),
    ).toEqual(
      expect.arrayContaining([
        ['chat.postMessage', 'D1', undefined],
        ['chat.postMessage', 'C1', '1700000000.000001'],
        ['chat.postEphemeral', 'C1', 'U1'],
        ['chat.postMessage', 'U1', undefined],
      ]),
    );
  });
});

describe('a message that nobody asked for', () => {
  const bots: RunningSlackBot[] = [];
  const start = async () => {
    const bot = await startSlackBot(async () => textReply('Hola.'));
    bots.push(bot);
    return bot;
  };
  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.stop();
  });

  const direct = { id: 'D1', kind: 'direct' } as const;
  const long = {
    ...textReply(''),
    blocks: [0, 1].flatMap((part) => textReply(`${part} ${'x'.repeat(3_800)}`).blocks),
  };

  async function failure(bot: RunningSlackBot): Promise<Undelivered> {
    const error: unknown = await bot.adapter
      .send?.(direct, textReply('x'))
      .catch((reason: unknown) => reason);
    if (!(error instanceof Undelivered)) throw new Error('it was delivered');
    return error;
  }

  it('says whether it never will be delivered, and how long Slack asks to wait', async () => {
    const bot = await start();
    bot.server.limit('D1', 0, 4);
    expect(await failure(bot)).toMatchObject({ isFinal: false, retryAfter: 0 });
    bot.server.refuse('chat.postMessage', 'account_inactive');
    expect(await failure(bot)).toMatchObject({ isFinal: false, retryAfter: undefined });
    bot.server.refuse('chat.postMessage', 500);
    expect(await failure(bot)).toMatchObject({ isFinal: false });
    bot.server.world.shut.set('D1', 'channel_not_found');
    expect(await failure(bot)).toMatchObject({ isFinal: true, retryAfter: undefined });
  });

  it('goes out once for its key in a direct conversation, and takes up where it stopped', async () => {
    const bot = await start();
    const send = () => bot.adapter.send?.(direct, long, { key: 'aviso-1' });
    bot.server.world.kept.push({
      channel: 'D1',
      ts: '1700000000.000001',
      metadata: { event_type: 'aga_delivery', event_payload: { key: 'aviso-1', part: 0 } },
    });
    await send();
    await send();
    expect(bot.server.posted.map(({ shown }) => shown.charAt(0))).toEqual(['1']);
    await bot.adapter.send?.(direct, textReply('Otra.'), { key: 'aviso-2' });
    expect(bot.server.posted.at(-1)?.shown).toBe('Otra.');
    const threaded = { ...direct, threadId: '1700000000.000009' };
    await bot.adapter.send?.(threaded, textReply('Al hilo.'), { key: 'aviso-2' });
    await bot.adapter.send?.(threaded, textReply('Al hilo.'), { key: 'aviso-2' });
    expect(bot.server.posted.map(({ thread }) => thread)).toEqual([
      undefined,
      undefined,
      '1700000000.000009',
    ]);
  });

  it('goes out all the same when the conversation cannot be read, and to channels without looking', async () => {
    const bot = await start();
    bot.server.refuse('conversations.history', 'missing_scope');
    await bot.adapter.send?.(direct, textReply('Sin leer.'), { key: 'a' });
    await bot.adapter.send?.({ id: 'C1', kind: 'group' }, textReply('Al canal.'), { key: 'a' });
    expect(bot.server.posted.map(({ shown }) => shown)).toEqual(['Sin leer.', 'Al canal.']);
    expect(bot.server.calls.filter((method) => method.startsWith('conversations.'))).toHaveLength(1);
  });
});
