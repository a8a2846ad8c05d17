import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createFetch } from '../../../adapters/slack/fetch.ts';

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
  server = undefined;
});

const post = { method: 'POST', headers: { Authorization: 'Bearer x' }, body: 'text=¿Qué?' };

describe('fetch', () => {
  it('sends method, headers and text, and gives status, headers and text back', async () => {
    const url = await serve((request, response) => {
      const { authorization, 'content-length': length } = request.headers;
      request.setEncoding('utf8');
      request.on('data', (text) => {
        response.writeHead(429, { 'Retry-After': '7', 'X-Two': ['a', 'b'] });
        response.end(JSON.stringify({ method: request.method, authorization, length, text }));
      });
    });
    const answer = await createFetch(new AbortController().signal)(`${url}/api/x`, post);
    expect(answer).toMatchObject({ ok: false, status: 429, url: `${url}/api/x` });
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(answer.headers.get('x-two')).toBe('a, b');
    expect(await answer.json()).toEqual({
      method: 'POST',
      authorization: 'Bearer x',
      length: '12',
      text: 'text=¿Qué?',
    });
  });

  it('keeps the connection for the next call', async () => {
    const url = await serve((_request, response) => response.end('ok'));
    let connections = 0;
    server?.on('connection', () => {
      connections += 1;
    });
    const fetch = createFetch(new AbortController().signal);
    for (let call = 0; call < 3; call += 1) expect(await (await fetch(url, post)).text()).toBe('ok');
    expect(connections).toBe(1);
  });

  it('follows no redirection', async () => {
    const url = await serve((_request, response) => response.writeHead(302, { Location: '/y' }).end());
    expect(await createFetch(new AbortController().signal)(url, post)).toMatchObject({
      ok: false,
      status: 302,
    });
  });

  it('ends the calls under way when it is cut, and begins none afterwards', async () => {
    const cut = new AbortController();
    const url = await serve(() => cut.abort());
    const fetch = createFetch(cut.signal);
    await expect(fetch(url, post)).rejects.toMatchObject({ name: 'AbortError' });
    await expect(fetch(url, post)).rejects.toMatchObject({ name: 'AbortError' });
  });

  const broken: Readonly<Record<string, RequestListener>> = {
    'before the answer': (request) => request.socket.destroy(),
    'within the answer': (_request, response) => {
      response.writeHead(200, { 'Content-Length': '10' }).write('half');
      setTimeout(() => response.destroy(), 50);
    },
  };
  it.each(Object.entries(broken))(
    'tells the code of a connection that breaks %s',
    async (_when, listener) => {
      const url = await serve(listener);
      const call = createFetch(new AbortController().signal)(url, post);
      await expect(call).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    },
  );

  it('tells the code of a connection that cannot be made', async () => {
    const call = createFetch(new AbortController().signal)('http://127.0.0.1:1', post);
    await expect(call).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });
});
