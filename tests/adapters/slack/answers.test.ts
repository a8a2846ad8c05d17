import { afterEach, describe, expect, it } from 'vitest';
import type { Handle, Reply } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { buttonsOf } from '../../support/slack-blocks.ts';
import { type RunningSlackBot, type SlackBotOptions, startSlackBot } from '../../support/slack-bot.ts';
import { callback, command, directMessage, mention, press } from '../../support/slack-events.ts';

const SOURCE = { path: 'planes/iii.md', title: 'III Plan' };
const FULL: Reply = {
  ...textReply('El III Plan tuvo 26 compromisos.'),
  sources: [SOURCE],
  pages: { number: 1, count: 4, next: { id: 'ver:a:1', label: 'Ver más' } },
  actions: [
    { kind: 'why', id: 'why:a', label: '¿Por qué?' },
    { kind: 'useful', id: 'useful:a', label: 'Me sirvió' },
    { kind: 'useless', id: 'useless:a', label: 'No me sirvió' },
    { kind: 'report', id: 'report:a', label: 'Reportar un error' },
    { kind: 'share', id: 'a', label: 'Compartir' },
  ],
};

describe.each(['socket', 'http'] as const)('an answer over %s', (mode) => {
  const bots: RunningSlackBot[] = [];

  async function start(handle: Handle, options: SlackBotOptions = {}): Promise<RunningSlackBot> {
    const bot = await startSlackBot(handle, { mode, ...options });
    bots.push(bot);
    return bot;
  }

  afterEach(async () => {
    for (const bot of bots.splice(0)) await bot.stop();
  });

  const full: Handle = async ({ input }) =>
    input.kind === 'choice' ? textReply(`Elegida: ${input.id}`) : FULL;
  const last = ({ server }: RunningSlackBot) => server.posted.at(-1);
  const buttons = (bot: RunningSlackBot) => buttonsOf(last(bot)?.blocks ?? []);

  async function arrival(bot: RunningSlackBot, count: number): Promise<void> {
    await bot.server.until(() => bot.server.posted.length === count);
  }

  it('has the page, what can be done with it, and the feedback buttons of Slack', async () => {
    const bot = await start(full);
    await bot.deliver(callback(directMessage('hola')));
    await arrival(bot, 1);
    expect(last(bot)?.blocks.map(({ type }) => type)).toEqual([
      'rich_text',
      'context',
      'actions',
      'actions',
      'context_actions',
    ]);
    expect(last(bot)?.words).toMatch(/Página 1 de 4[\s\S]*\[¿Por qué\?\] \[Reportar un error\]/);
    expect(buttons(bot).map(({ actionId }) => actionId)).toEqual([
      'page-next',
      'action-0-why',
      'action-1-report',
      'feedback',
      'feedback',
    ]);
  });

  it('tells what came of feedback to the person alone', async () => {
    const bot = await start(full);
    const place = { channel_id: 'C1', message_ts: '1700000000.000001' };
    const action = (value: string) => ({
      actions: [
        {
          type: 'feedback_buttons',
          action_id: 'feedback',
          block_id: 'b',
          value,
          text: { type: 'plain_text', text: 'Me sirvió' },
          action_ts: `1700000000.${value.length.toString().padStart(6, '0')}`,
        },
      ],
    });
    await bot.deliver(press('', bot.server.responseUrl(), place, action('useful:a')));
    await arrival(bot, 1);
    expect(last(bot)).toMatchObject({
      method: 'respond',
      shown: 'Elegida: useful:a',
      fields: { response_type: 'ephemeral', replace_original: false },
    });
    const gone = [bot.server.apiUrl.replace('/api/', '/response/gone'), 'http://127.0.0.1:9/gone'];
    for (const [index, url] of gone.entries()) {
      await bot.deliver(press('', url, place, action(`useless:${'a'.repeat(index + 2)}`)));
      await arrival(bot, index + 2);
      expect(last(bot)).toMatchObject({ method: 'chat.postEphemeral', channel: 'C1', user: 'U1' });
      expect(last(bot)?.thread).toBe('1700000000.000001');
    }
  });

  it('turns its page in place, and below where it cannot be changed', async () => {
    const bot = await start(full);
    await bot.deliver(callback(directMessage('hola')));
    await arrival(bot, 1);
    const turn = {
      actions: [{ type: 'button', action_id: 'page-next', value: 'ver:a:1', action_ts: '1.1' }],
    };
    const place = { channel_id: 'D1', message_ts: last(bot)?.ts };
    await bot.deliver(press('', bot.server.responseUrl(), place, turn));
    await arrival(bot, 2);
    expect(last(bot)).toMatchObject({
      method: 'chat.update',
      ts: place.message_ts,
      shown: 'Elegida: ver:a:1',
    });
    expect(last(bot)?.words).toBe('Elegida: ver:a:1');
    await bot.deliver(press('', bot.server.responseUrl(), { channel_id: 'C1', is_ephemeral: true }, turn));
    await arrival(bot, 3);
    expect(last(bot)).toMatchObject({ method: 'respond', fields: { replace_original: true } });
    const gone = { channel_id: 'D1', message_ts: '1600000000.000001' };
    const again = { actions: [{ ...turn.actions[0], action_ts: '1.2' }] };
    await bot.deliver(press('', bot.server.responseUrl(), gone, again));
    await arrival(bot, 4);
    expect(last(bot)).toMatchObject({ method: 'chat.postMessage', channel: 'D1' });
    expect(bot.server.refused).toEqual([{ method: 'chat.update', error: 'message_not_found' }]);
  });

  async function asked(bot: RunningSlackBot, extra = {}): Promise<string> {
    await bot.deliver(command('compromisos del III Plan', bot.server.responseUrl(), extra));
    await bot.server.until(() => last(bot)?.method === 'respond');
    return buttons(bot).find(({ label }) => label === 'Compartir en el canal')?.value ?? '';
  }

  const sharing = (key: string, url: string, time: string) =>
    press(
      '',
      url,
      { channel_id: 'C1', is_ephemeral: true },
      {
        actions: [{ type: 'button', action_id: 'share', value: key, action_ts: time }],
      },
    );

  it('that is private can be shared in the channel, once', async () => {
    const bot = await start(full);
    const key = await asked(bot);
    expect(key).not.toBe('');
    await bot.deliver(sharing(key, bot.server.responseUrl(), '1.1'));
    await arrival(bot, 2);
    expect(last(bot)).toMatchObject({ method: 'respond', fields: { response_type: 'in_channel' } });
    expect(last(bot)?.shown).toContain('El III Plan tuvo 26 compromisos.');
    expect(buttons(bot).map(({ label }) => label)).not.toContain('Compartir en el canal');
    await bot.deliver(sharing(key, bot.server.responseUrl(), '1.2'));
    await arrival(bot, 3);
    expect(last(bot)?.shown).toBe('Esta respuesta ya está en el canal.');
    expect(last(bot)?.fields).toMatchObject({ response_type: 'ephemeral' });
  });

  it('that a private button gave can be shared too', async () => {
    const bot = await start(async () => FULL);
    const place = { channel_id: 'C1', is_ephemeral: true };
    for (const action of ['suggestion-0', 'page-next']) {
      const before = bot.server.posted.length;
      const actions = [{ type: 'button', action_id: action, value: 'a', action_ts: `${before}.1` }];
      await bot.deliver(press('', bot.server.responseUrl(), place, { actions }));
      await arrival(bot, before + 1);
      expect(buttons(bot).map(({ label }) => label)).toContain('Compartir en el canal');
    }
  });

  it('that is private is shared by a message when its address is used up', async () => {
    const bot = await start(full);
    const gone = bot.server.apiUrl.replace('/api/', '/response/gone');
    await bot.deliver(sharing(await asked(bot), gone, '1.1'));
    await arrival(bot, 2);
    expect(last(bot)).toMatchObject({ method: 'chat.postMessage', channel: 'C1' });
  });

  it('that cannot be shared says so directly, and can be shared later', async () => {
    const bot = await start(full);
    const gone = bot.server.apiUrl.replace('/api/', '/response/gone');
    const key = await asked(bot);
    bot.server.world.shut.set('C1', 'not_in_channel');
    await bot.deliver(sharing(key, gone, '1.1'));
    await arrival(bot, 2);
    expect(last(bot)).toMatchObject({ method: 'chat.postMessage', channel: 'U1' });
    expect(last(bot)?.shown).toMatch(/Invíteme con \/invite/);
    bot.server.world.shut.clear();
    await bot.deliver(sharing(key, gone, '1.2'));
    await arrival(bot, 3);
    expect(last(bot)?.channel).toBe('C1');
  });

  it.each(['forged', '', 'x'.repeat(2_000)])('is not shared by a key that is not ours: %s', async (key) => {
    const bot = await start(full);
    await bot.deliver(sharing(key === '' ? ' ' : key, bot.server.responseUrl(), '1.1'));
    await arrival(bot, 1);
    expect(last(bot)?.shown).toMatch(/Ya no tengo esa respuesta/);
  });

  it('is not offered to be shared in a direct conversation, nor without a source', async () => {
    const bot = await start(full);
    expect(await asked(bot, { channel_id: 'D1' })).toBe('');
    const other = await start(async () => textReply('Hola.'));
    expect(await asked(other)).toBe('');
  });

  it('to a channel that is not on the list goes to the person alone, and says where to ask', async () => {
    const env = { SLACK_CHANNELS: 'C2, C3' };
    const bot = await start(full, { env });
    await bot.deliver(callback(mention('<@UBOT> hola')));
    await arrival(bot, 1);
    expect(last(bot)).toMatchObject({ method: 'chat.postEphemeral', channel: 'C1', user: 'U1' });
    expect(last(bot)?.shown).toMatch(/En este canal no respondo/);
    await bot.deliver(callback(mention('<@UBOT> hola', { channel: 'C3' })));
    await arrival(bot, 2);
    expect(last(bot)).toMatchObject({ method: 'chat.postMessage', channel: 'C3' });
    expect(await asked(bot)).toBe('');
  });

  it('is none where the assistant keeps silent', async () => {
    const bot = await start(async ({ conversation }) =>
      conversation.id === 'C1' ? undefined : textReply('Sí.'),
    );
    await bot.deliver(callback(mention('<@UBOT> hola')));
    await bot.deliver(callback(directMessage('hola')));
    await arrival(bot, 1);
    expect(last(bot)?.channel).toBe('D1');
  });
});
