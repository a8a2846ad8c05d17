import { afterEach, describe, expect, it } from 'vitest';
import { textReply } from '../../support/adapter-contract.ts';
import { startSlackBot } from '../../support/slack-bot.ts';
import {
  callback,
  command,
  directMessage,
  globalShortcut,
  homeOpened,
  mention,
  messageShortcut,
  press,
  threadStarted,
} from '../../support/slack-events.ts';
import {
  assistantManifest,
  EVENT_SCOPES,
  isGranted,
  needOf,
  type SlackManifest,
  slackManifest,
} from '../../support/slack-manifest.ts';
import { MEMBERS_SCOPES, METHOD_SCOPES } from '../../support/slack-methods.ts';
import { type Delivery, startSlackServer } from '../../support/slack-server.ts';
import { codeOf, sourceFiles } from '../../support/source-files.ts';

/** One of each thing that is answered with a message or a view. */
const ANSWERED: readonly Delivery[] = [
  callback(directMessage('hola')),
  callback(mention('<@UBOT> hola')),
  command('hola', ''),
  press('mas', ''),
  messageShortcut('hola', ''),
  globalShortcut(),
  callback(homeOpened('home')),
];

const code = sourceFiles('adapters/slack').map(codeOf).join('\n');
const found = (pattern: RegExp) =>
  [...code.matchAll(pattern)].map(([, ...names]) => names.find((name) => name !== undefined) ?? '');

/** What a name stands for: `const ASK = 'ask_question'`. */
const meaningOf = (name: string) => found(new RegExp(`const ${name} = '([^']+)'`, 'g'))[0];

/** What the code listens to, as the manifest names it; `assistant_view` is what older workspaces have. */
const EVENTS = found(/\bcase '(\w+)':\s+return (?:take|greeter)\b/g)
  .filter((name) => name !== 'assistant_thread_started')
  .map((name) => (name === 'message' ? 'message.im' : name));
const COMMANDS = found(/\bapp\.command\((\w+)/g).map(meaningOf);
const SHORTCUTS = found(/\bapp\.shortcut\((\w+)/g).map(meaningOf);
const METHODS = found(/\bclient\s*\.(?:apiCall\('([\w.]+)'|((?:\w+\.)+\w+)\()/g);

/** Sets of scopes of which one is needed. */
const NEEDS: readonly (readonly string[])[] = [
  ...EVENTS.flatMap((event) => (EVENT_SCOPES[event] === undefined ? [] : [[EVENT_SCOPES[event]]])),
  ...(COMMANDS.length + SHORTCUTS.length > 0 ? [['commands']] : []),
  ...METHODS.flatMap((method) => {
    if (method === 'conversations.members') return Object.values(MEMBERS_SCOPES).map((scope) => [scope]);
    const scopes = METHOD_SCOPES[method] ?? [];
    return scopes.length === 0 ? [] : [scopes];
  }),
];

describe('the manifest', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  const { features, settings, oauth_config } = slackManifest;
  const scopes = oauth_config.scopes.bot;

  it('lets in what the bot answers', async () => {
    const bot = await startSlackBot(async () => textReply('Hola.'));
    stops.push(bot.stop);
    const { posted, world, refused } = bot.server;
    for (const body of ANSWERED) {
      const url = { response_url: bot.server.responseUrl() };
      await bot.deliver('event' in body ? body : { ...body, ...url });
    }
    await bot.server.until(() => posted.length + world.views.length >= ANSWERED.length);
    expect(refused).toEqual([]);
  });

  it('subscribes to what the code listens to, and to nothing else', () => {
    expect(EVENTS.length).toBeGreaterThan(3);
    expect([...settings.event_subscriptions.bot_events].sort()).toEqual([...EVENTS].sort());
    expect(features.slash_commands.map((slash) => slash.command)).toEqual(COMMANDS);
    expect(features.shortcuts.map(({ callback_id }) => callback_id).sort()).toEqual([...SHORTCUTS].sort());
    expect(settings.interactivity.is_enabled).toBe(/\bapp\.action\(/.test(code));
    expect(features.app_home.home_tab_enabled).toBe(METHODS.includes('views.publish'));
  });

  it('asks for the scopes that the code needs, and for no other', () => {
    expect(METHODS.length).toBeGreaterThan(8);
    expect(METHODS.filter((method) => METHOD_SCOPES[method] === undefined)).toEqual([]);
    const unmet = (granted: readonly string[]) =>
      NEEDS.filter((need) => !need.some((scope) => granted.includes(scope)));
    expect(unmet(scopes)).toEqual([]);
    expect(scopes.filter((one) => unmet(scopes.filter((scope) => scope !== one)).length === 0)).toEqual([]);
  });

  it('turns Socket Mode on', () => {
    expect(settings.socket_mode_enabled).toBe(true);
  });

  it('would not be told of threads of the assistant view, which another manifest has', () => {
    const started = needOf(callback(threadStarted('1700000000.000001')));
    expect(isGranted(slackManifest, started)).toBe(false);
    expect(isGranted(assistantManifest, started)).toBe(true);
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
