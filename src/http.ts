import { createServer, type RequestListener, type Server } from 'node:http';
import { StartupError } from './errors.ts';
import type { Logger, Route } from './messaging/index.ts';
import { startupTexts } from './texts/startup.ts';

/** What the process serves over HTTP, and where. Port 0 takes any free one. */
export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly routes: readonly Route[];
  readonly logger: Logger;
}

/** The listener, open. */
export interface HttpListener {
  readonly port: number;
  /** Takes no more connections, lets the answers under way finish for up to 5 s, then settles. */
  close(): Promise<void>;
}

/** Largest body that a request may announce, in bytes. Routes read no more of one that announces nothing. */
const LARGEST_BODY = 1_048_576;

/** Milliseconds that a client may take for its headers, and for its whole request. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;

/** Milliseconds that answers under way have when the listener closes. */
const CLOSING_TIME = 5_000;

/** Opens the listener. Rejects with a `StartupError` when two routes collide or the address can't be taken. */
export async function openHttp(options: HttpOptions): Promise<HttpListener> {
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT, connectionsCheckingInterval: 5_000 },
    requestListener(options),
  );
  server.on('request', (_request, response) => {
    response.once('finish', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
  });
  await listen(server, options);
  const address = server.address();
  let closing: Promise<void> | undefined;
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: () => {
      closing ??= close(server);
      return closing;
    },
  };
}

function requestListener({ routes, logger }: HttpOptions): RequestListener {
  const byPath = new Map<string, Route['handle']>();
  for (const { path, handle } of routes) {
    if (byPath.has(path)) throw new StartupError(startupTexts.samePath(path));
    byPath.set(path, handle);
  }
  return (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    const handle = byPath.get(path);
    if (handle === undefined) {
      response.writeHead(404).end();
      return;
    }
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) {
      response.writeHead(413, { Connection: 'close' }).end();
      return;
    }
    try {
      handle(request, response);
    } catch (error) {
      logger.error('http route failed', { path, error });
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  };
}

function listen(server: Server, { host, port }: HttpOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      reject(new StartupError(listenProblem(error, host, port), { cause: error }));
    });
    server.listen(port, host, () => resolve());
  });
}

function listenProblem(error: Error & { code?: string }, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return startupTexts.portTaken(host, port);
    case 'EACCES':
      return startupTexts.portForbidden(port);
    default:
      return startupTexts.noListening(host, port, error.code ?? error.name);
  }
}

function close(server: Server): Promise<void> {
  const deadline = setTimeout(() => server.closeAllConnections(), CLOSING_TIME);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
  });
}
