import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Logger } from '../../src/messaging/index.ts';
import { persist } from './persist.ts';
import { sdkLogger } from './sdk-logger.ts';

/** A socket on which Slack said hello. */
interface Connection {
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** What a connection needs. `clientOptions` makes new options for each, because the SDK writes into them. */
export interface SocketOptions {
  readonly app: App;
  readonly appToken: string;
  readonly clientOptions: () => webApi.WebClientOptions;
  readonly logger: Logger;
  /** Told when the socket opens and when it closes. */
  readonly onChange: (isOpen: boolean) => void;
}

/** Longest wait for Slack's hello, in milliseconds. */
const HELLO_TIME = 30_000;

/** Longest wait for the other side to close the socket too, in milliseconds. */
const CLOSING_TIME = 1_000;

/** A connection that lasted less than this, in milliseconds, makes the next one wait. */
const SHORT_LIFE = 5_000;

/**
 * Keeps one socket open until the signal aborts, and lets no event in afterwards. The SDK's own reconnection
 * waits 5 s each time, and ends the process when it gives up, so each connection is a receiver of its own.
 * Rejects with an operator error when Slack refuses the token.
 */
export async function keepConnected(options: SocketOptions, signal: AbortSignal): Promise<void> {
  const { logger, onChange } = options;
  const aborted = once(signal, 'abort');
  for (let shortLives = 0; !signal.aborted; ) {
    const connection = await persist(() => connect(options, signal), 'SLACK_APP_TOKEN', logger, signal);
    if (connection === undefined) return;
    const since = performance.now();
    logger.info('slack.connected');
    onChange(true);
    await Promise.race([connection.closed, aborted]);
    onChange(false);
    if (signal.aborted) return connection.close();
    shortLives = performance.now() - since < SHORT_LIFE ? shortLives + 1 : 0;
    logger.info('slack.disconnected');
    const pause = shortLives < 2 ? 0 : Math.min(500 * 2 ** shortLives, 30_000);
    await sleep(pause, undefined, { signal }).catch(() => {});
  }
}

async function connect(
  { app, appToken, clientOptions, logger }: SocketOptions,
  signal: AbortSignal,
): Promise<Connection> {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: sdkLogger(logger),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions() },
  });
  receiver.init(app);
  const closed = new Promise<void>((resolve) => {
    receiver.client.once('disconnected', () => resolve());
  });
  const started = receiver.start();
  const late = AbortSignal.any([signal, AbortSignal.timeout(HELLO_TIME)]);
  try {
    await Promise.race([
      started,
      once(late, 'abort').then(() => Promise.reject(new Error('Slack said no hello on the socket'))),
    ]);
  } catch (error) {
    started.then(() => receiver.stop()).catch(() => {});
    await receiver.stop();
    throw error ?? new Error('the socket closed before Slack said hello');
  }
  return {
    closed,
    close: async () => {
      await receiver.stop();
      await Promise.race([closed, sleep(CLOSING_TIME)]);
    },
  };
}
