import { once } from 'node:events';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { StartupError } from '../src/errors.ts';
import { type HttpListener, type HttpOptions, openHttp } from '../src/http.ts';
import { recordingLogger } from './support/recording-logger.ts';

const open: HttpListener[] = [];
afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close();
});

async function serve(options: Partial<HttpOptions> = {}): Promise<HttpListener & { base: string }> {
  const listener = await openHttp({
    host: '127.0.0.1',
    port: 0,
    routes: [],
    health: () => ({ documents: 3 }),
    logger: recordingLogger(),
    ...options,
  });
  open.push(listener);
  return { ...listener, base: `http://127.0.0.1:${listener.port}` };
}

describe('openHttp', () => {
  it('tells its health', async () => {
    const { base } = await serve();
    const response = await fetch(`${base}/healthz?x=1`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ status: 'ok', documents: 3 });
    expect((await fetch(`${base}/healthz`, { method: 'HEAD' })).status).toBe(200);
  });

  it.each([
    ['GET', '/', 404],
    ['GET', '/healthz/', 404],
    ['GET', '//healthz', 404],
    ['POST', '/healthz', 405],
    ['DELETE', '/healthz', 405],
  ])('answers %s %s with %d', async (method, path, status) => {
    const { base } = await serve();
    const response = await fetch(`${base}${path}`, { method });
    expect(response.status).toBe(status);
    if (status === 405) expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('hands a route its request, and survives one that throws', async () => {
    const logger = recordingLogger();
    const { base } = await serve({
      logger,
      routes: [
        {
          path: '/hook',
          handle: (incoming, response) => void response.end(`${incoming.method} ${incoming.url}`),
        },
        {
          path: '/bug',
          handle: () => {
            throw new Error('a bug');
          },
        },
      ],
    });
    expect(await (await fetch(`${base}/hook?a=b`, { method: 'POST' })).text()).toBe('POST /hook?a=b');
    expect((await fetch(`${base}/bug`)).status).toBe(500);
    expect(logger.entries.map(({ level }) => level)).toEqual(['error']);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });

  it('refuses two routes on one path', async () => {
    const handle = (): void => {};
    await expect(
      serve({
        routes: [
          { path: '/a', handle },
          { path: '/a', handle },
        ],
      }),
    ).rejects.toThrow(/\/a/);
    await expect(serve({ routes: [{ path: '/healthz', handle }] })).rejects.toThrow(StartupError);
  });

  it('names PORT and what to do when the port is taken', async () => {
    const { port } = await serve();
    await expect(serve({ port })).rejects.toThrow(new RegExp(`PORT ${port} .*set PORT to a free one`));
  });

  it('names HOST when it is no address of this machine', async () => {
    await expect(serve({ host: '203.0.113.7' })).rejects.toThrow(/HOST 203\.0\.113\.7/);
  });

  it('closes with an idle connection open', async () => {
    const { base, close } = await serve();
    const agent = new Agent({ keepAlive: true });
    const [response] = (await once(get(`${base}/healthz`, { agent }), 'response')) as [IncomingMessage];
    await once(response.resume(), 'end');
    await close();
    await expect(fetch(`${base}/healthz`)).rejects.toThrow();
    agent.destroy();
  }, 3_000);

  it('finishes the answer under way before it closes', async () => {
    let arrive: (finish: () => void) => void = () => {};
    const arrived = new Promise<() => void>((resolve) => {
      arrive = resolve;
    });
    const { base, close } = await serve({
      routes: [{ path: '/slow', handle: (_, response) => arrive(() => response.end('done')) }],
    });
    const agent = new Agent({ keepAlive: true });
    const outgoing = request(`${base}/slow`, { agent }).end();
    const answer = once(outgoing, 'response') as Promise<[IncomingMessage]>;
    const finish = await arrived;
    const closed = close();
    finish();
    const [response] = await answer;
    expect(Buffer.concat(await response.toArray()).toString()).toBe('done');
    await closed;
    agent.destroy();
  }, 3_000);
});
