import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInbox } from '../../../src/inbox.ts';
import { type IncomingMessage, Undelivered } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import {
  newId,
  openStream,
  openTab,
  readAloud,
  startWebSite,
  type Tab,
  type WebSite,
} from '../../support/web-site.ts';

let site: WebSite;
let tab: Tab;
beforeEach(async () => {
  site = await startWebSite(async () => textReply('Hola.'));
  tab = openTab(site);
});
afterEach(() => site.stop());

const told = ({ events }: Awaited<ReturnType<typeof openStream>>): string[] =>
  events().map(({ reply }) => readAloud(reply));

async function send(text: string, delivery = {}): Promise<void> {
  await site.adapter.send?.({ id: tab.conversation, kind: 'direct' }, textReply(text), delivery);
}

describe('what the assistant says unasked', () => {
  it('reaches the open tab, with the message that it is about', async () => {
    const stream = await openStream(site, tab.conversation);
    await send('Respuesta de una persona.', { quote: 'abc' });
    await vi.waitFor(() => expect(told(stream)).toEqual(['Respuesta de una persona.']));
    expect(stream.events()[0]?.quote).toBe('abc');
    stream.close();
  });

  it('waits while the tab is away, in order, and comes only once', async () => {
    await tab.ask({ text: 'hola' });
    await send('Uno.');
    await send('Dos.');
    const first = await openStream(site, tab.conversation);
    await vi.waitFor(() => expect(told(first)).toEqual(['Uno.', 'Dos.']));
    const had = first.events()[0]?.id;
    first.close();
    const second = await openStream(site, tab.conversation, had);
    await vi.waitFor(() => expect(told(second)).toEqual(['Dos.']));
    second.close();
  });

  it('is said once for each key', async () => {
    const stream = await openStream(site, tab.conversation);
    await send('Uno.', { key: 'k' });
    await send('Uno.', { key: 'k' });
    await send('Dos.', { key: 'l' });
    await vi.waitFor(() => expect(told(stream)).toEqual(['Uno.', 'Dos.']));
    stream.close();
  });

  it('waits in bounded number', async () => {
    await tab.ask({ text: 'hola' });
    for (let number = 1; number <= 25; number++) await send(`Número ${number}.`);
    const stream = await openStream(site, tab.conversation);
    await vi.waitFor(() => expect(told(stream)).toHaveLength(20));
    expect(told(stream).at(-1)).toBe('Número 25.');
    stream.close();
  });

  it('reaches nobody else', async () => {
    const other = await openStream(site, newId(16));
    const own = await openStream(site, tab.conversation);
    await send('Solo para usted.');
    await vi.waitFor(() => expect(told(own)).toHaveLength(1));
    expect(told(other)).toEqual([]);
    own.close();
    other.close();
  });

  it('does not reach a conversation that nobody knows', async () => {
    const unknown = { id: newId(16), kind: 'direct' } as const;
    const failure = await site.adapter.send?.(unknown, textReply('x')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Undelivered);
    expect(failure).toMatchObject({ isFinal: false, retryAfter: expect.any(Number) });
    const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 120_000);
    const final = await site.adapter.send?.(unknown, textReply('x')).catch((error: unknown) => error);
    later.mockRestore();
    expect(final).toMatchObject({ isFinal: true });
  });
});

describe('the event stream', () => {
  it.each([
    ['a POST', 405, { method: 'POST' }, '?conversation='],
    ['a conversation that could be guessed', 400, {}, '?conversation=1'],
    ['an event that is no number', 400, { headers: { 'Last-Event-ID': 'x' } }, undefined],
  ])('is refused to %s', async (_, status, init, query = `?conversation=${newId(16)}`) => {
    expect((await fetch(`${site.page}/events${query}`, init)).status).toBe(status);
  });

  it('gives way to a newer one of the same tab', async () => {
    const old = await openStream(site, tab.conversation);
    const current = await openStream(site, tab.conversation);
    await old.ended;
    await send('Sigo aquí.');
    await vi.waitFor(() => expect(told(current)).toEqual(['Sigo aquí.']));
    current.close();
  });

  it('ends when the assistant stops', async () => {
    const stream = await openStream(site, tab.conversation);
    await site.stop();
    await stream.ended;
  });

  it('is limited for each client', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 60; count++) {
      const { status, close } = await openStream(site, newId(16));
      statuses.push(status);
      close();
    }
    expect(statuses[0]).toBe(200);
    expect(statuses).toContain(429);
  });
});

describe('a process that follows another', () => {
  it('answers what was left open when the tab comes back', async () => {
    const settled: string[] = [];
    const left: IncomingMessage = {
      id: `${tab.conversation}:${newId(8)}`,
      platform: 'web',
      conversation: { id: tab.conversation, kind: 'direct' },
      author: { id: tab.conversation },
      input: { kind: 'text', text: 'hola' },
      quote: 'abc',
    };
    const inbox = {
      ...createInbox(),
      leftOpen: async () => [left],
      settle: async ({ id }: IncomingMessage) => void settled.push(id),
    };
    const next = await startWebSite(async () => textReply('Aquí está.'), { inbox });
    const stream = await openStream(next, tab.conversation);
    await vi.waitFor(() => expect(told(stream)).toEqual(['Aquí está.']));
    expect(stream.events()[0]?.quote).toBe('abc');
    await vi.waitFor(() => expect(settled).toEqual([left.id]));
    await next.stop();
  });
});
