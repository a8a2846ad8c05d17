import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Handle } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningSlackBot, signed, startSlackBot } from '../../support/slack-bot.ts';
import {
  callback,
  command,
  directMessage,
  globalShortcut,
  messageShortcut,
  press,
  submission,
  viewPress,
} from '../../support/slack-events.ts';
import type { Delivery } from '../../support/slack-server.ts';

const TS = '1700000000.000100';
const URL = 'https://example.org';
const OLD = { action_id: 'old', block_id: 'x', action_ts: TS, type: 'button' };

/** Bodies that Slack would not send, or that an app of another version asked for. */
const UNREADABLE: readonly (readonly [string, Delivery])[] = [
  ['a press of nobody', press('x', URL, {}, { user: {} })],
  ['a press without actions', press('x', URL, {}, { actions: [] })],
  ['a press with actions that are no list', press('x', URL, {}, { actions: 'x' })],
  ['a press outside of messages and views', press('x', URL, {}, { container: { type: 'x' } })],
  ['a press in a view that is missing', { ...viewPress('x'), view: undefined }],
  ['a shortcut of another version', globalShortcut({ callback_id: 'gone' })],
  ['a shortcut without a message', messageShortcut('x', URL, { message: 7 })],
  ['a view of another version', submission('x', { callback_id: 'gone' })],
  ['a view with another state', submission('x', { state: { values: { a: [] } } })],
  ['a command without a channel', command('x', URL, { channel_id: undefined })],
];

describe('what cannot be read', () => {
  const handle = vi.fn<Handle>(async ({ input }) => textReply(`Recibí: ${input.kind}`));
  let bot: RunningSlackBot;

  beforeEach(async () => {
    handle.mockClear();
    bot = await startSlackBot(handle, { mode: 'http' });
  });
  afterEach(() => bot.stop());

  const status = async (body: Delivery) => (await fetch(bot.eventsUrl, signed(body))).status;

  it.each(UNREADABLE)('is refused, so that Slack tells the person, and logged: %s', async (_, body) => {
    expect(await status(body)).toBe(404);
    expect(handle).not.toHaveBeenCalled();
    expect(bot.logger.entries.map(({ event }) => event)).toContain('slack.unknown');
    await bot.deliver(callback(directMessage('sigue')));
    await bot.server.until(() => bot.server.posted.length === 1);
  });

  it('of events is taken and passed over', async () => {
    for (const event of [
      { type: 'app_home_opened', user: 7 },
      { type: 'assistant_thread_started' },
      { type: 'link_shared', links: 'x' },
      { type: 'message', channel: 'D1' },
      { type: 'never_heard_of' },
    ])
      expect(await status(callback(event))).toBe(200);
    expect(handle).not.toHaveBeenCalled();
    expect(bot.server.calls.filter((method) => method !== 'auth.test')).toEqual([]);
  });

  it('tells the person of a button that has nothing to ask', async () => {
    const response = bot.server.responseUrl();
    await bot.deliver(press('x', response, { channel_id: 'C1' }, { actions: [OLD] }));
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(bot.server.posted[0]).toMatchObject({
      method: 'respond',
      fields: { response_type: 'ephemeral', replace_original: false },
    });
    expect(bot.server.posted[0]?.shown).toMatch(/ya no sirve/);
    await bot.deliver({ ...viewPress('x', { type: 'home' }), actions: [OLD] });
    await bot.server.until(() => bot.server.world.views.length === 1);
    expect(handle).not.toHaveBeenCalled();
  });

  it('asks the assistant for a value that nobody offered', async () => {
    for (const value of ['nunca-visto', 'ver:x:y:z', '"); drop', '🙂'.repeat(900)]) {
      const before = bot.server.posted.length;
      await bot.deliver(press(value, bot.server.responseUrl(), {}, {}));
      await bot.server.until(() => bot.server.posted.length > before);
      expect(bot.server.posted.at(-1)?.shown).toBe('Recibí: choice');
    }
  });
});

describe('over a socket', () => {
  it('goes on after what cannot be read', async () => {
    const bot = await startSlackBot(async () => textReply('Sigo.'));
    try {
      for (const [, body] of UNREADABLE) {
        if (body.callback_id === 'gone') continue;
        void bot.server.push(body).catch(() => {});
      }
      await bot.deliver(callback(directMessage('sigue')));
      await bot.server.until(() => bot.server.posted.length === 1);
    } finally {
      await bot.stop();
    }
  });
});
