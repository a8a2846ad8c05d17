import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { telegram } from '../../adapters/telegram/index.ts';
import { createInbox } from '../../src/inbox.ts';
import type { Adapter, CommandSpec, Find, Handle, Inbox } from '../../src/messaging/index.ts';
import { adapterTexts } from '../../src/texts/index.ts';
import { type RecordingLogger, recordingLogger } from './recording-logger.ts';
import { startTelegramServer, type TelegramServer } from './telegram-server.ts';

/** The commands that the bot of the tests knows. */
const COMMANDS: readonly CommandSpec[] = [
  {
    names: { es: ['ayuda'], en: ['help'] },
    description: { es: 'Qué puede preguntar.', en: 'What you can ask.' },
  },
];

/** The adapter at work against a server of our own. */
export interface RunningBot {
  readonly server: TelegramServer;
  readonly logger: RecordingLogger;
  readonly adapter: Adapter;
  readonly finished: Promise<void>;
  readonly controller: AbortController;
  /** Where the webhook listens, if there is one. */
  readonly webhookUrl: string;
  /** Aborts, waits for `run`, and closes the servers. */
  stop(): Promise<void>;
}

/** How the bot of a test differs from the usual one, which polls. */
export interface BotOptions {
  readonly mode?: 'polling' | 'webhook';
  readonly server?: TelegramServer;
  readonly token?: string;
  readonly commands?: readonly CommandSpec[];
  readonly signal?: AbortSignal;
  readonly inbox?: Inbox;
  readonly find?: Find;
}

/** The secret of the webhook. */
export const SECRET = 'un-secreto_de_PRUEBA';

/** Starts the adapter with `handle`. Resolves once it can receive, or has given up. */
export async function startTelegramBot(handle: Handle, options: BotOptions = {}): Promise<RunningBot> {
  const server = options.server ?? (await startTelegramServer());
  const logger = recordingLogger();
  const controller = new AbortController();
  const http = createServer((request, response) => {
    const route = adapter.routes?.find(({ path }) => path === request.url);
    if (route === undefined) response.writeHead(404).end();
    else route.handle(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const webhookUrl = `http://127.0.0.1:${port}/telegram/entrada`;
  const settings = telegram.settings.parse({
    TELEGRAM_BOT_TOKEN: options.token ?? server.token,
    TELEGRAM_API_ROOT: `${server.root}/`,
    ...(options.mode === 'webhook'
      ? { TELEGRAM_WEBHOOK_URL: webhookUrl, TELEGRAM_WEBHOOK_SECRET: SECRET }
      : {}),
  });
  const adapter = await telegram.create(settings, {
    handle,
    inbox: options.inbox ?? createInbox(),
    find: options.find ?? (() => []),
    placeOf: () => undefined,
    logger,
    commands: options.commands ?? COMMANDS,
    texts: adapterTexts,
  });
  const finished = adapter.run(options.signal ?? controller.signal);
  const ready = () => logger.entries.some(({ event }) => event === 'telegram.started');
  await Promise.race([server.until(ready).catch(() => {}), finished.catch(() => {})]);

  return {
    server,
    logger,
    adapter,
    finished,
    controller,
    webhookUrl,
    stop: async () => {
      controller.abort();
      await finished.catch(() => {});
      http.closeAllConnections();
      await Promise.all([new Promise((resolve) => http.close(resolve)), server.close()]);
    },
  };
}
