import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/operations/metrics.ts';
import { operationsRoutes } from '../../src/operations/routes.ts';

describe('operationsRoutes', () => {
  const ready = new Set(['index', 'telegram']);
  const metrics = createMetrics();
  metrics.counter('aga_x_total', 'Things.')({});
  const routes = operationsRoutes({
    health: () => ({ documents: 3 }),
    checks: ['index', 'telegram'].map((name) => ({ name, isReady: () => ready.has(name) })),
    metrics,
  });
  const server = createServer((request, response) =>
    routes.find(({ path }) => path === request.url)?.handle(request, response),
  );
  let base: string;

  beforeEach(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  it('tells that the process is alive', async () => {
    const response = await fetch(`${base}/healthz`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ status: 'ok', documents: 3 });
  });

  it('tells whether all is ready, and what is not', async () => {
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    ready.delete('telegram');
    const response = await fetch(`${base}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'not ready', missing: ['telegram'] });
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    ready.add('telegram');
    expect(await (await fetch(`${base}/readyz`)).json()).toEqual({ status: 'ready' });
  });

  it('tells the figures in the type that Prometheus reads', async () => {
    const response = await fetch(`${base}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await response.text()).toContain('aga_x_total 1');
  });

  it.each(['/healthz', '/readyz', '/metrics'])('%s is only read', async (path) => {
    const response = await fetch(`${base}${path}`, { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    const head = await fetch(`${base}${path}`, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });
});
