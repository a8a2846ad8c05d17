import { once } from 'node:events';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StartupError } from '../src/errors.ts';
import { type HttpListener, type HttpOptions, openHttp } from '../src/http.ts';
import type { Route } from '../src/messaging/index.ts';
import { startupTexts } from '../src/texts/startup.ts';
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
    logger: recordingLogger(),
    ...options,
  });
  open.push(listener);
  return { ...listener, base: `http://127.0.0.1:${listener.port}` };
}

describe('openHttp', () => {
  it('answers a path that nobody serves with 404', async () => {
    const { base } = await serve();
    for (const path of ['/', '/hook/', '//hook']) expect((await fetch(`${base}${path}`)).status).toBe(404);
  });

  it('refuses a body that is announced as huge, before the route sees it', async () => {
    const handle = vi.fn<Route['handle']>((_, response) => void response.end());
    const { base } = await serve({ routes: [{ path: '/hook', handle }] });
    const post = async (bytes: number): Promise<number> =>
      (await fetch(`${base}/hook`, { method: 'POST', body: Buffer.alloc(bytes) })).status;
    expect(await post(1_048_577)).toBe(413);
    expect(handle).not.toHaveBeenCalled();
    expect(await post(1_048_576)).toBe(200);
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
    expect((await fetch(`${base}/hook`)).status).toBe(200);
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
    ).rejects.toThrow(new StartupError(startupTexts.samePath('/a')));
  });

  it('names PORT and what to do when the port is taken', async () => {
    const { port } = await serve();
    await expect(serve({ port })).rejects.toThrow(
      new RegExp(`^PORT: Otro programa ya usa el puerto ${port} de 127\\.0\\.0\\.1`),
    );
  });

  it('names HOST when it is no address of this machine', async () => {
    await expect(serve({ host: '203.0.113.7' })).rejects.toThrow(
      /^HOST: .*«203\.0\.113\.7» \(EADDRNOTAVAIL\)/,
    );
  });

  it('closes with an idle connection open', async () => {
    const { base, close } = await serve({
      routes: [{ path: '/a', handle: (_, response) => void response.end() }],
    });
    const agent = new Agent({ keepAlive: true });
    const [response] = (await once(get(`${base}/a`, { agent }), 'response')) as [IncomingMessage];
    await once(response.resume(), 'end');
    await close();
    await expect(fetch(`${base}/a`)).rejects.toThrow();
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
