import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Handle, Inbox } from '../../../src/messaging/index.ts';
import { textReply } from '../../support/adapter-contract.ts';
import { newId, openTab, startWebSite, type WebSite } from '../../support/web-site.ts';

const sites: WebSite[] = [];
afterEach(async () => {
  for (const site of sites.splice(0)) await site.stop();
});

async function start(handle: Handle, options?: Parameters<typeof startWebSite>[1]): Promise<WebSite> {
  const site = await startWebSite(handle, options);
  sites.push(site);
  return site;
}

const hello: Handle = async () => textReply('Hola.');
const JSON_TYPE = { 'Content-Type': 'application/json' };

function validBody(): string {
  return JSON.stringify({ conversation: newId(16), id: newId(8), text: 'hola' });
}

describe('a request that is no message', () => {
  it.each([
    ['a GET', 405, { method: 'GET' }],
    ['a preflight of another site', 405, { method: 'OPTIONS' }],
    ['a form', 415, { body: 'text=hola', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
    ['a plain text', 415, { body: validBody() }],
    ['half a JSON', 400, { body: '{"text":', headers: JSON_TYPE }],
    ['bytes that are no text', 400, { body: new Uint8Array([0x22, 0xff, 0x22]), headers: JSON_TYPE }],
    ['another JSON', 400, { body: '[1]', headers: JSON_TYPE }],
    [
      'a conversation that could be guessed',
      400,
      { body: validBody().replace(/[0-9a-f]{32}/, '1'), headers: JSON_TYPE },
    ],
    ['a large body', 413, { body: 'x'.repeat(1_000_000), headers: JSON_TYPE }],
  ])('is refused: %s gets %i', async (_, status, init) => {
    const handle = vi.fn(hello);
    const site = await start(handle);
    const response = await fetch(`${site.page}/messages`, { method: 'POST', ...init });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
    expect(response.headers.has('Access-Control-Allow-Origin')).toBe(false);
    expect(handle).not.toHaveBeenCalled();
    expect(await openTab(site).ask({ text: 'hola' })).not.toBeNull();
  });

  it('is refused before it is whole, whether it tells its length or not', async () => {
    const { port } = await start(hello);
    for (const headers of [{ 'Content-Length': '1000000' }, {}]) {
      const status = await new Promise((resolve, reject) => {
        const request = httpRequest({
          port,
          path: '/chat/messages',
          method: 'POST',
          headers: { ...JSON_TYPE, ...headers },
        });
        request.on('response', (response) => {
          resolve(response.statusCode);
          request.destroy();
        });
        request.on('error', reject);
        request.write('x'.repeat(10_000));
      });
      expect(status).toBe(413);
    }
  });

  it('is cut off when it never ends', async () => {
    const { port } = await start(hello);
    await new Promise<void>((resolve) => {
      const request = httpRequest({ port, path: '/chat/messages', method: 'POST', headers: JSON_TYPE });
      const more = (): void => {
        if (!request.destroyed) request.write('x'.repeat(100_000), () => setImmediate(more));
      };
      request.on('error', () => resolve());
      request.on('close', () => resolve());
      more();
    });
  });
});

describe('a client that asks too often', () => {
  it('gets answers for a burst, then is told how long to wait', async () => {
    const handle = vi.fn(hello);
    const site = await start(handle);
    const tab = openTab(site);
    const responses = await Promise.all(Array.from({ length: 1_000 }, () => tab.post({ text: 'hola' })));
    const count = (status: number): number => responses.filter((each) => each.status === status).length;
    expect(count(200) + count(429)).toBe(1_000);
    expect(count(200)).toBeGreaterThanOrEqual(30);
    expect(count(200)).toBeLessThan(100);
    expect(handle).toHaveBeenCalledTimes(count(200));
    const refused = responses.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(0);
  });

  it('does not take the turns of another client of the same proxy', async () => {
    const site = await start(hello, { env: { WEB_PROXIES: '1' } });
    const ask = (address: string): Promise<Response> =>
      fetch(`${site.page}/messages`, {
        method: 'POST',
        headers: { ...JSON_TYPE, 'X-Forwarded-For': address },
        body: validBody(),
      });
    const greedy = await Promise.all(Array.from({ length: 60 }, () => ask('192.0.2.1')));
    expect(greedy.some(({ status }) => status === 429)).toBe(true);
    expect((await ask('192.0.2.2')).status).toBe(200);
  });
});

describe('a message', () => {
  it('that comes again gets the same answer, asked for once', async () => {
    const handle = vi.fn(hello);
    const tab = openTab(await start(handle));
    const id = newId(8);
    const responses = await Promise.all([tab.post({ text: 'hola' }, id), tab.post({ text: 'hola' }, id)]);
    responses.push(await tab.post({ text: 'hola' }, id));
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(handle).toHaveBeenCalledTimes(1);
  });

  it('that comes again when its answer is gone is told so', async () => {
    const tab = openTab(await start(hello));
    const id = newId(8);
    await tab.post({ text: 'hola' }, id);
    for (const text of ['uno', 'dos', 'tres', 'cuatro']) await tab.ask({ text });
    expect((await tab.post({ text: 'hola' }, id)).status).toBe(409);
  });

  it('may be met with silence', async () => {
    expect(await openTab(await start(async () => undefined)).ask({ text: 'hola' })).toBeNull();
  });

  it('is received before it is handled and settled after it was answered', async () => {
    const steps: string[] = [];
    const inbox: Inbox = {
      receive: async (messages) => {
        steps.push('received');
        return messages;
      },
      settle: async () => void steps.push('settled'),
      release: async () => {},
      leftOpen: async () => [],
    };
    const handle: Handle = async () => {
      steps.push('handled');
      return textReply('Hola.');
    };
    const site = await start(handle, { inbox });
    await openTab(site).ask({ text: 'hola' });
    await vi.waitFor(() => expect(steps).toEqual(['received', 'handled', 'settled']));
  });

  it('stays open while its answer could not be written', async () => {
    const settled: string[] = [];
    const reached = vi.fn();
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const inbox: Inbox = {
      receive: async (messages) => messages,
      settle: async ({ id }) => void settled.push(id),
      release: async () => {},
      leftOpen: async () => [],
    };
    const handle: Handle = async () => {
      reached();
      await gate;
      return textReply('Hola.');
    };
    const site = await start(handle, { inbox });
    const closed = vi.fn();
    const route = site.adapter.routes?.find(({ path }) => path === '/chat/messages');
    const front = createServer((request, response) => {
      response.once('close', closed);
      route?.handle(request, response);
    });
    await once(front.listen(0, '127.0.0.1'), 'listening');
    const { port } = front.address() as AddressInfo;
    const id = newId(8);
    const { conversation, post } = openTab(site);
    const lost = httpRequest({ port, path: '/', method: 'POST', headers: JSON_TYPE });
    lost.on('error', () => {});
    lost.end(JSON.stringify({ conversation, id, text: 'hola' }));
    await vi.waitFor(() => expect(reached).toHaveBeenCalled());
    lost.destroy();
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
    open();
    const retry = await post({ text: 'hola' }, id);
    expect(retry.status).toBe(200);
    await vi.waitFor(() => expect(settled).toHaveLength(1));
    expect(reached).toHaveBeenCalledTimes(1);
    front.close();
  });

  it('is asked to come back later when the assistant does not run', async () => {
    const site = await start(hello, { signal: AbortSignal.abort() });
    const response = await openTab(site).post({ text: 'hola' });
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5']);
  });

  it('leaves no word, name or id in the log', async () => {
    const site = await start(async () => {
      throw new Error('a bug of the core');
    });
    const tab = openTab(site);
    await tab.ask({ text: 'mi secreto' });
    const log = JSON.stringify(site.logger.entries);
    expect(log).toContain('web.handle.failed');
    for (const word of ['mi secreto', tab.conversation]) expect(log).not.toContain(word);
  });
});
