import { type AssistantProcess, matching, startAssistant, temporaryFolder } from './assistant-process.ts';
import { SLACK_PERSON, TELEGRAM_PERSON } from './citizens.ts';
import { IDENTITY } from './slack-methods.ts';
import { type SlackServer, startSlackServer } from './slack-server.ts';
import { SECRET } from './telegram-bot.ts';
import { startTelegramServer, type TelegramServer } from './telegram-server.ts';

/** A platform on the loopback, and the variables that lead the process to it. */
interface Opened<Server> {
  readonly server: Server;
  readonly env: Readonly<Record<string, string>>;
}

/** Where a test file starts processes and the platforms that they talk to. */
export interface Platforms {
  /** Starts the built process with the shipped knowledge, for people who write faster than one can. */
  start(env: Readonly<Record<string, string>>): AssistantProcess;
  telegram(): Promise<Opened<TelegramServer>>;
  /** Lacks what says how events come: see `SOCKET` and `SIGNING`. */
  slack(): Promise<Opened<SlackServer>>;
  /** Ends whatever still runs. */
  close(): Promise<void>;
}

/** Slack's events come over a socket. */
export const SOCKET = { SLACK_APP_TOKEN: IDENTITY.appToken };

/** Slack's events come over HTTP. */
export const SIGNING = { SLACK_SIGNING_SECRET: IDENTITY.signingSecret };

/** What no log may hold: tokens, with the half that would do harm alone, and ids of persons and conversations. */
export const NEVER_LOGGED: readonly string[] = [
  'prueba_de_un_token_inventado',
  SECRET,
  IDENTITY.botToken,
  IDENTITY.appToken,
  IDENTITY.signingSecret,
  'SECRETO',
  String(TELEGRAM_PERSON),
  ...Object.values(SLACK_PERSON),
];

/** Opens nothing yet. */
export function createPlatforms(): Platforms {
  const folder = temporaryFolder();
  const processes: AssistantProcess[] = [];
  const servers: { close(): Promise<void> }[] = [];
  return {
    start: (env) => {
      const started = startAssistant(folder.path, { LOG_LEVEL: 'info', LIMIT_PER_PERSON: '1000', ...env });
      processes.push(started);
      return started;
    },
    telegram: async () => {
      const server = await startTelegramServer();
      servers.push(server);
      return { server, env: { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root } };
    },
    slack: async () => {
      const server = await startSlackServer();
      servers.push(server);
      return { server, env: { SLACK_BOT_TOKEN: IDENTITY.botToken, SLACK_API_URL: server.apiUrl } };
    },
    close: async () => {
      for (const { child } of processes) child.kill('SIGKILL');
      await Promise.all(servers.map((server) => server.close()));
      folder.remove();
    },
  };
}

/** Waits until the process has logged this event. */
export function happened({ log }: AssistantProcess, event: string): Promise<RegExpExecArray> {
  return matching(log, new RegExp(`"event":"${event}"[^\\n]*\\n`));
}

/** Asks the process to end; gives what `exit` gives. */
export function stop({ child, exit }: AssistantProcess): AssistantProcess['exit'] {
  child.kill('SIGTERM');
  return exit;
}

/** The lines of a log that tell of messages. */
export function messagesIn(log: string): readonly Readonly<Record<string, unknown>>[] {
  const lines: Record<string, unknown>[] = log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return lines.filter(({ event }) => event === 'message');
}
