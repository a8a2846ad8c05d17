import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Route } from '../messaging/index.ts';
import type { Metrics } from './metrics.ts';
import { notReady, type Readiness } from './readiness.ts';

/** What is told of the process. */
export interface RoutesOptions {
  /** What `/healthz` tells beside `status: 'ok'`. */
  readonly health: () => Readonly<Record<string, unknown>>;
  /** What `/readyz` looks at. */
  readonly checks: readonly Readiness[];
  readonly metrics: Metrics;
}

/**
 * `/healthz` says that the process is alive; `/readyz` is 200 when every check says yes, else 503 with the names
 * of those that don't in `missing`; `/metrics` has the figures for Prometheus. None tells anything of persons.
 */
export function operationsRoutes({ health, checks, metrics }: RoutesOptions): readonly Route[] {
  return [
    told('/healthz', async () => json(200, { status: 'ok', ...health() })),
    told('/readyz', async () => {
      const missing = await notReady(checks);
      return missing.length === 0
        ? json(200, { status: 'ready' })
        : json(503, { status: 'not ready', missing });
    }),
    told('/metrics', async () => ({
      code: 200,
      type: 'text/plain; version=0.0.4; charset=utf-8',
      body: await metrics.text(),
    })),
  ];
}

interface Told {
  readonly code: number;
  readonly type: string;
  readonly body: string;
}

function json(code: number, value: unknown): Told {
  return { code, type: 'application/json', body: JSON.stringify(value) };
}

/** A path that is only read. */
function told(path: string, tell: () => Promise<Told>): Route {
  const answer = async ({ method }: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const { code, type, body } = await tell();
    response.writeHead(code, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
  };
  return {
    path,
    handle: (request, response) => {
      answer(request, response).catch(() => response.destroy());
    },
  };
}
