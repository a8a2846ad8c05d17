import { afterEach, describe, expect, it } from 'vitest';
import { type Handle, say } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { type RunningSlackBot, type SlackBotOptions, startSlackBot } from '../../support/slack-bot.ts';
import { callback, command, directMessage } from '../../support/slack-events.ts';
import { IDENTITY } from '../../support/slack-methods.ts';
import { startSlackServer } from '../../support/slack-server.ts';

describe('when something fails', () => {
  const bots: RunningSlackBot[] = [];

  async function start(handle: Handle, options: SlackBotOptions = {}): Promise<RunningSlackBot> {
    const bot = await startSlackBot(handle, options);
    bots.push(bot);
    return bot;
  }

  /** No line of any log may hold a secret, the address of a socket, or the words of a person. */
  afterEach(async () => {
    for (const bot of bots.splice(0)) {
      await bot.stop();
      const log = JSON.stringify(bot.logger.entries, (_, value: unknown) =>
        value instanceof Error ? `${value.stack} ${String(value.cause)}` : value,
      );
      for (const secret of [
        IDENTITY.botToken,
        IDENTITY.appToken,
        IDENTITY.signingSecret,
        'ticket=',
        'PRIVADO',
      ]) {
        expect(log).not.toContain(secret);
      }
    }
  });

  const echo: Handle = async ({ input }) => textReply(input.kind === 'text' ? input.text : 'Hola.');
  const events = (bot: RunningSlackBot) => bot.logger.entries.map(({ event }) => event);

  it.each([
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-0000-desconocido' }],
    ['SLACK_APP_TOKEN', { SLACK_APP_TOKEN: 'xapp-0000-desconocido' }],
  ])('ends with an operator error for a bad %s', async (variable, env) => {
    const bot = await start(echo, { env });
    await expect(bot.finished).rejects.toThrow(
      new RegExp(`^Slack no aceptó ${variable} \\(invalid_auth\\)\\. `),
    );
    await expect(bot.finished).rejects.not.toThrow(/desconocido/);
    expect(JSON.stringify(bot.logger.entries)).not.toContain('desconocido');
  });

  it('starts when Slack is back', async () => {
    const server = await startSlackServer();
    server.refuse('auth.test', 503);
    const bot = await start(echo, { server });
    expect(events(bot)).toEqual(['slack.unreachable', 'slack.started', 'slack.connected']);
  });

  it('tells the person when the handler fails, and goes on', async () => {
    const bot = await start(async ({ input }) => {
      if (input.kind === 'text' && input.text === 'falla') throw new Error('a bug with xoxb-9999-SECRETO');
      return textReply('Sigo aquí.');
    });
    await bot.deliver(callback(directMessage('falla')));
    await bot.deliver(callback(directMessage('sigue')));
    await bot.server.until(() => bot.server.posted.length === 2);
    expect(bot.server.posted.map(({ shown }) => shown)).toEqual([
      'No pude responder. Escriba su pregunta otra vez.',
      'Sigo aquí.',
    ]);
    expect(bot.logger.entries).toContainEqual({
      level: 'error',
      event: 'slack.handle.failed',
      fields: { error: 'a bug with [token]' },
    });
  });

  it('waits as long as a limited channel asks, while other channels go on', async () => {
    const bot = await start(echo);
    bot.server.limit('D1', 1, 1);
    const since = performance.now();
    await bot.deliver(callback(directMessage('limitada')));
    await bot.deliver(callback(directMessage('libre', { channel: 'D2' })));
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(bot.server.posted[0]?.shown).toBe('libre');
    await bot.server.until(() => bot.server.posted.length === 2);
    expect(performance.now() - since).toBeGreaterThanOrEqual(990);
    expect(bot.server.posted[1]?.shown).toBe('limitada');
  });

  it('gives up on a channel that stays limited, and goes on', async () => {
    const bot = await start(echo);
    bot.server.limit('D1', 0, 4);
    await bot.deliver(callback(directMessage('PRIVADO perdida')));
    await bot.deliver(callback(directMessage('siguiente')));
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(bot.server.posted[0]?.shown).toBe('siguiente');
    expect(bot.logger.entries).toContainEqual({
      level: 'warn',
      event: 'slack.undelivered',
      fields: { error: 'rate limited for 0 s', isLost: false },
    });
  });

  it('sends a message once when it is not known whether it arrived', async () => {
    const bot = await start(echo);
    bot.server.refuse('chat.postMessage', 500);
    bot.server.refuse('chat.postMessage', 'internal_error');
    for (const text of ['uno', 'dos', 'tres']) await bot.deliver(callback(directMessage(text)));
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(bot.server.calls.filter((method) => method === 'chat.postMessage')).toHaveLength(3);
    expect(bot.server.posted[0]?.shown).toBe('tres');
  });

  it('goes on after a refused send', async () => {
    const bot = await start(echo);
    await bot.deliver(callback(directMessage('PRIVADO', { channel: 'X1' })));
    await bot.deliver(callback(directMessage('sigue')));
    await bot.server.until(() => bot.server.posted.length === 1 && bot.server.refused.length === 1);
    expect(bot.server.refused).toEqual([{ method: 'chat.postMessage', error: 'channel_not_found' }]);
  });

  it('sends the words when the blocks are refused', async () => {
    const bot = await start(echo);
    bot.server.refuse('chat.postMessage', 'invalid_blocks');
    await bot.deliver(callback(directMessage('*a* &lt;!channel&gt;')));
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(bot.server.posted[0]).toMatchObject({ blocks: [], words: '*a* <!channel>' });
  });

  it('goes on in private when the response address is used up', async () => {
    const paragraphs = Array.from({ length: 7 }, (_, index) => `${index} ${'x'.repeat(3_800)}`);
    const bot = await start(async () => say('es', paragraphs));
    await bot.deliver(command('todo', bot.server.responseUrl()));
    await bot.server.until(() => bot.server.posted.length === 7);
    expect(bot.server.posted.map(({ shown }) => shown)).toEqual(paragraphs);
    expect(bot.server.posted.map(({ method, user }) => `${method} ${user}`)).toEqual([
      ...Array.from({ length: 5 }, () => 'respond undefined'),
      'chat.postEphemeral U1',
      'chat.postEphemeral U1',
    ]);
  });
});
