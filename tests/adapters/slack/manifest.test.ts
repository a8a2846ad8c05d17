import { afterEach, describe, expect, it } from 'vitest';
import { textReply } from '../../support/adapter-contract.ts';
import { startSlackBot } from '../../support/slack-bot.ts';
import { callback, command, directMessage, mention, press } from '../../support/slack-events.ts';
import { isGranted, needOf, type SlackManifest, slackManifest } from '../../support/slack-manifest.ts';
import { type Delivery, startSlackServer } from '../../support/slack-server.ts';

/** One of each thing that the bot answers. */
const ANSWERED: readonly Delivery[] = [
  callback(directMessage('hola')),
  callback(mention('<@UBOT> hola')),
  command('hola', ''),
  press('mas', ''),
];

describe('the manifest', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  it('lets in what the bot answers, and everything that it lets in is answered', async () => {
    const bot = await startSlackBot(async () => textReply('Hola.'));
    stops.push(bot.stop);
    for (const body of ANSWERED) {
      const url = { response_url: bot.server.responseUrl() };
      await bot.deliver('event' in body ? body : { ...body, ...url });
    }
    await bot.server.until(() => bot.server.posted.length === ANSWERED.length);
    expect(bot.server.refused).toEqual([]);
    const { features, settings } = slackManifest;
    expect(new Set(ANSWERED.map((body) => needOf(body).part))).toEqual(
      new Set([
        ...settings.event_subscriptions.bot_events,
        ...features.slash_commands.map((slash) => slash.command),
        ...(settings.interactivity.is_enabled ? ['interactivity'] : []),
      ]),
    );
  });

  it('asks for no scope that is not needed', () => {
    const needed = ANSWERED.flatMap((body) => needOf(body).scope ?? []);
    expect(new Set(slackManifest.oauth_config.scopes.bot)).toEqual(new Set([...needed, 'chat:write']));
  });

  it('turns Socket Mode on', () => {
    expect(slackManifest.settings.socket_mode_enabled).toBe(true);
  });

  it.each(['app_mentions:read', 'commands', 'im:history'])('would let less in without %s', (scope) => {
    const without = withScopes(slackManifest.oauth_config.scopes.bot.filter((one) => one !== scope));
    expect(ANSWERED.filter((body) => !isGranted(without, needOf(body)))).toHaveLength(1);
  });

  it('would let nothing out without chat:write', async () => {
    const server = await startSlackServer(withScopes(['im:history']));
    const bot = await startSlackBot(async () => textReply('Hola.'), { server });
    stops.push(bot.stop);
    await bot.deliver(callback(directMessage('hola')));
    await server.until(() => server.refused.length > 0);
    expect(server.refused).toEqual([{ method: 'chat.postMessage', error: 'missing_scope' }]);
  });
});

function withScopes(bot: string[]): SlackManifest {
  return { ...slackManifest, oauth_config: { scopes: { bot } } };
}
