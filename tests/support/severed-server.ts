import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** A way to a PostgreSQL server that a test can cut and mend. */
export interface SeverableServer {
  readonly databaseUrl: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Puts a way of its own before the server of `databaseUrl`, which listens on a socket in a folder. */
export async function severable(databaseUrl: string): Promise<SeverableServer> {
  const url = new URL(databaseUrl.replace('@/', '@localhost/'));
  const folder = url.searchParams.get('host');
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far =
      folder === null
        ? connect(Number(url.port || 5432), url.hostname)
        : connect(join(folder, '.s.PGSQL.5432'));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => void server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
    for (const socket of open) socket.destroy();
    await closed;
  };
  return {
    databaseUrl: `postgres://${url.username}${url.password === '' ? '' : `:${url.password}`}@127.0.0.1:${port}${url.pathname}`,
    cut,
    mend: () => listen(port),
    close: () => (server.listening ? cut() : Promise.resolve()),
  };
}
