import { afterEach, describe, expect, it } from 'vitest';
import type { Finding, Handle, IncomingMessage, Reply } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { buttonsOf, shownText } from '../../support/slack-blocks.ts';
import { type RunningSlackBot, type SlackBotOptions, startSlackBot } from '../../support/slack-bot.ts';
import {
  callback,
  globalShortcut,
  homeOpened,
  messageShortcut,
  submission,
  viewPress,
} from '../../support/slack-events.ts';

const HOME = { type: 'home', id: 'VHOME' };

describe.each(['socket', 'http'] as const)('views over %s', (mode) => {
  const bots: RunningSlackBot[] = [];
  /** What Slack refuses in a test. */
  const refusals: string[] = [];

  async function start(handle: Handle, options: SlackBotOptions = {}): Promise<RunningSlackBot> {
    const bot = await startSlackBot(handle, { mode, ...options });
    bots.push(bot);
    return bot;
  }

  afterEach(async () => {
    for (const bot of bots.splice(0)) {
      await bot.stop();
      expect(bot.server.refused.map(({ error }) => error)).toEqual(refusals.splice(0));
    }
  });

  const seen: IncomingMessage[] = [];
  const echo: Handle = async (message) => {
    seen.push(message);
    const { input } = message;
    return textReply(input.kind === 'text' ? `Eco: ${input.text}` : `Elegida: ${JSON.stringify(input)}`);
  };
  const shown = ({ server }: RunningSlackBot) => server.world.views.map(({ view }) => shownText(view.blocks));
  const methods = ({ server }: RunningSlackBot) => server.world.views.map(({ method }) => method);

  it('asks in a modal and answers in its place, once however often it is sent', async () => {
    seen.length = 0;
    const bot = await start(echo);
    await bot.deliver(globalShortcut());
    await bot.server.until(() => bot.server.world.views.length === 1);
    const id = bot.server.world.views[0]?.id;
    await Promise.all([
      bot.deliver(submission('¿Qué es el MRI?', { id })),
      bot.deliver(submission('¿Qué es el MRI?', { id })),
    ]);
    expect(methods(bot)).toEqual(['views.open', 'ack', 'ack']);
    expect(shown(bot).slice(1)).toEqual(['Eco: ¿Qué es el MRI?', 'Eco: ¿Qué es el MRI?']);
    expect(seen).toHaveLength(1);
    expect(bot.server.posted).toEqual([]);
  });

  it('says that it is looking when the answer takes longer than Slack waits', async () => {
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const bot = await start(async () => {
      await gate;
      return textReply('Al fin.');
    });
    await bot.deliver(globalShortcut());
    await bot.server.until(() => bot.server.world.views.length === 1);
    await bot.deliver(submission('hola', { id: bot.server.world.views[0]?.id }));
    expect(shown(bot)[1]).toBe('Buscando…');
    open();
    await bot.server.until(() => bot.server.world.views.length === 3);
    expect(methods(bot)).toEqual(['views.open', 'ack', 'views.update']);
    expect(shown(bot)[2]).toBe('Al fin.');
  });

  it('closes the modal when the assistant keeps silent', async () => {
    const bot = await start(async () => undefined);
    await bot.deliver(submission('hola'));
    expect(bot.server.world.views).toEqual([]);
  });

  it('looks for what a message says, in a modal of whoever asked', async () => {
    seen.length = 0;
    const bot = await start(echo);
    await bot.deliver(messageShortcut('la minga &amp; el agua', bot.server.responseUrl()));
    await bot.server.until(() => bot.server.world.views.length === 1);
    expect(shown(bot)).toEqual(['Eco: la minga & el agua']);
    expect(seen[0]?.conversation).toEqual({ id: 'C1:U1', kind: 'direct' });
    expect(bot.server.posted).toEqual([]);
  });

  it('pushes what is pressed in a modal, turns its pages in place, and goes on when there is no room', async () => {
    const paged: Reply = {
      ...textReply('Una página.'),
      suggestions: [{ id: 'mas', label: 'Ver más' }],
      pages: { number: 1, count: 2, next: { id: 'p:1', label: 'Siguiente' } },
    };
    const bot = await start(async () => paged);
    await bot.deliver(messageShortcut('hola', bot.server.responseUrl()));
    const { views } = bot.server.world;
    await bot.server.until(() => views.length === 1);
    const press = async (value: string, action_id: string) => {
      const before = views.length;
      await bot.deliver(viewPress(value, { id: views.at(-1)?.id, private_metadata: 'C1:U1' }, { action_id }));
      await bot.server.until(() => views.length > before);
    };
    await press('mas', 'suggestion-0');
    await press('p:1', 'page-next');
    await press('mas', 'suggestion-0');
    expect(methods(bot)).toEqual(['views.open', 'views.push', 'views.update', 'views.push']);
    await bot.deliver(viewPress('mas', { id: views.at(-1)?.id }));
    await bot.server.until(() => views.length === 5);
    expect(methods(bot).at(-1)).toBe('views.update');
    refusals.push('push_limit_reached');
  });

  const found = (query: string): Finding[] => [
    {
      id: 'abc',
      title: query === '' ? 'Justicia' : `Sobre ${query}`,
      excerpt: 'Una frase.',
      source: { path: 'desafios/justicia.md', title: query === '' ? 'Justicia' : `Sobre ${query}` },
      reply: textReply('x'),
    },
  ];

  it('draws the Home, searches in it, and opens what is pressed', async () => {
    seen.length = 0;
    const bot = await start(echo, { context: { find: found } });
    await bot.deliver(callback(homeOpened('home')));
    await bot.deliver(callback(homeOpened('home')));
    const { views } = bot.server.world;
    await bot.server.until(() => views.length === 1);
    expect(buttonsOf(views[0]?.view.blocks ?? []).map(({ label }) => label)).toContain('Justicia');
    await bot.deliver(viewPress('agua', HOME, { action_id: 'home-search', type: 'plain_text_input' }));
    await bot.server.until(() => views.length === 2);
    expect(shown(bot)[1]).toContain('Sobre agua');
    expect(views.map(({ user }) => user)).toEqual(['U1', 'U1']);
    await bot.deliver(viewPress('ver:abc', HOME, { action_id: 'result-0' }));
    await bot.server.until(() => views.length === 3);
    await bot.deliver(viewPress('desafios', HOME, { action_id: 'home-command-2' }));
    await bot.server.until(() => views.length === 4);
    expect(methods(bot).slice(2)).toEqual(['views.open', 'views.open']);
    expect(seen.map(({ input }) => input)).toEqual([
      { kind: 'choice', id: 'ver:abc' },
      { kind: 'command', name: 'desafios', args: '' },
    ]);
  });

  it('goes back from a search by its button, and searches by the other one', async () => {
    const bot = await start(echo, { context: { find: found } });
    const typed = { values: { 'home-search': { 'home-search': { value: 'ríos' } } } };
    const { views } = bot.server.world;
    await bot.deliver(viewPress('home-find', { ...HOME, state: typed }, { action_id: 'home-find' }));
    await bot.server.until(() => views.length === 1);
    await bot.deliver(viewPress('home-back', { ...HOME, state: typed }, { action_id: 'home-back' }));
    await bot.server.until(() => views.length === 2);
    expect(shown(bot)[0]).toContain('Sobre ríos');
    expect(shown(bot)[1]).toContain('Desafíos y últimas publicaciones');
  });

  it('asks in a direct message when the modal cannot be opened', async () => {
    const bot = await start(echo);
    bot.server.refuse('views.open', 'expired_trigger_id');
    await bot.deliver(globalShortcut());
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(bot.server.posted[0]).toMatchObject({ method: 'chat.postMessage', channel: 'U1' });
    expect(bot.server.posted[0]?.shown).toMatch(/Escriba aquí su pregunta/);
    refusals.push('expired_trigger_id');
  });

  it('tells the person directly when the modal can no longer be opened', async () => {
    const bot = await start(echo);
    const body = viewPress('ver:abc', HOME);
    bot.server.refuse('views.open', 'expired_trigger_id');
    await bot.deliver(body);
    await bot.server.until(() => bot.server.posted.length === 1);
    expect(bot.server.posted[0]).toMatchObject({ method: 'chat.postMessage', channel: 'U1' });
    refusals.push('expired_trigger_id');
  });
});
