import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { slack } from '../../adapters/slack/index.ts';
import { createInbox } from '../../src/inbox.ts';
import type { Adapter, AdapterContext, CommandSpec, Handle } from '../../src/messaging/index.ts';
import { adapterTexts } from '../../src/texts/index.ts';
import { type RecordingLogger, recordingLogger } from './recording-logger.ts';
import { IDENTITY } from './slack-methods.ts';
import { type Delivery, type SlackServer, startSlackServer } from './slack-server.ts';

/** The commands that the bot of the tests knows. */
export const COMMANDS: readonly CommandSpec[] = [
  { names: { es: ['start', 'inicio'], en: ['start'] }, description: { es: 'Comenzar', en: 'Start' } },
  { names: { es: ['ayuda'], en: ['help'] }, description: { es: 'Qué preguntar', en: 'What to ask' } },
  { names: { es: ['desafios'], en: ['challenges'] }, description: { es: 'Desafíos', en: 'Challenges' } },
];

/** The adapter at work against a server of our own. */
export interface RunningSlackBot {
  readonly server: SlackServer;
  readonly logger: RecordingLogger;
  readonly adapter: Adapter;
  readonly finished: Promise<void>;
  readonly controller: AbortController;
  /** Where the app takes requests, in HTTP mode. */
  readonly eventsUrl: string;
  /** Slack delivers a body the way the mode has it. Resolves when it is acknowledged. */
  deliver(body: Delivery): Promise<void>;
  /** Aborts, waits for `run`, and closes the servers. */
  stop(): Promise<void>;
}

/** How the bot of a test differs from the usual one, which has a socket. */
export interface SlackBotOptions {
  readonly mode?: 'socket' | 'http';
  readonly server?: SlackServer;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** What is not as usual of what the adapter is given. */
  readonly context?: Partial<AdapterContext>;
}

/** Starts the adapter with `handle`. Resolves once it can receive, or has given up. */
export async function startSlackBot(handle: Handle, options: SlackBotOptions = {}): Promise<RunningSlackBot> {
  const { mode = 'socket', server = await startSlackServer() } = options;
  const logger = recordingLogger();
  const controller = new AbortController();
  const settings = slack.settings.parse({
    SLACK_BOT_TOKEN: IDENTITY.botToken,
    SLACK_API_URL: server.apiUrl,
    ...(mode === 'socket'
      ? { SLACK_APP_TOKEN: IDENTITY.appToken }
      : { SLACK_SIGNING_SECRET: IDENTITY.signingSecret }),
    ...options.env,
  });
  const adapter = await slack.create(settings, {
    handle,
    inbox: createInbox(),
    find: () => [],
    placeOf: () => undefined,
    logger,
    commands: COMMANDS,
    texts: adapterTexts,
    ...options.context,
  });
  const http = createServer((request, response) => {
    const route = adapter.routes?.find(({ path }) => path === request.url);
    if (route === undefined) response.writeHead(404).end();
    else route.handle(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  const finished = adapter.run(options.signal ?? controller.signal);
  const event = mode === 'socket' ? 'slack.connected' : 'slack.started';
  const ready = () => logger.entries.some((entry) => entry.event === event);
  await Promise.race([server.until(ready).catch(() => {}), finished.catch(() => {})]);

  return {
    server,
    logger,
    adapter,
    finished,
    controller,
    eventsUrl,
    deliver: async (body) => {
      if (mode === 'socket') return server.push(body);
      server.world.deliver(body);
      const response = await fetch(eventsUrl, signed(body));
      if (response.status !== 200) throw new Error(`the app answered ${response.status}`);
      const text = await response.text();
      if (text !== '') server.acknowledge(body, JSON.parse(text));
    },
    stop: async () => {
      controller.abort();
      await finished.catch(() => {});
      http.closeAllConnections();
      await Promise.all([new Promise((resolve) => http.close(resolve)), server.close()]);
    },
  };
}

/** What a test may get wrong in a request. */
export interface SigningOptions {
  readonly secret?: string;
  /** Seconds since 1970. */
  readonly time?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as Slack sends it: events as JSON, commands and presses as forms; a text goes as it is. */
export function signed(body: Delivery | string, options: SigningOptions = {}): RequestInit {
  const { secret = IDENTITY.signingSecret, time = Math.floor(Date.now() / 1_000), headers = {} } = options;
  const isForm = typeof body === 'object' && !('event' in body) && ('command' in body || 'user' in body);
  const raw = typeof body === 'string' ? body : isForm ? form(body) : JSON.stringify(body);
  const signature = createHmac('sha256', secret).update(`v0:${time}:${raw}`).digest('hex');
  return {
    method: 'POST',
    body: raw,
    headers: {
      'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'X-Slack-Request-Timestamp': String(time),
      'X-Slack-Signature': `v0=${signature}`,
      ...headers,
    },
  };
}

function form(body: Delivery): string {
  const fields = 'command' in body ? body : { payload: JSON.stringify(body) };
  const texts = Object.entries(fields).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return new URLSearchParams(texts).toString();
}
