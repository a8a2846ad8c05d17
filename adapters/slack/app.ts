import { App, type Receiver, type webApi } from '@slack/bolt';
import type { Logger } from '../../src/messaging/index.ts';
import { sdkLogger } from './sdk-logger.ts';
import type { SlackSettings } from './settings.ts';

/** Longest that a call may take, in milliseconds. */
const CALL_TIME = 15_000;

/** Events come from `socket.ts` or `http.ts`, which call `processEvent` themselves. */
const NO_RECEIVER: Receiver = {
  init: () => {},
  start: async () => {},
  stop: async () => {},
};

/**
 * How the Web API is called. Nothing is repeated here: the SDK would hold all channels back for a rate limit of
 * one, and post a message twice whose answer was lost. `cut` ends the calls under way. Each client needs its
 * own options, because the SDK writes into them.
 */
export function clientOptions(
  { SLACK_API_URL }: SlackSettings,
  logger: Logger,
  cut: AbortSignal,
): webApi.WebClientOptions {
  return {
    ...(SLACK_API_URL === undefined ? {} : { slackApiUrl: SLACK_API_URL }),
    logger: sdkLogger(logger),
    timeout: CALL_TIME,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: cutFetch(cut),
  };
}

/**
 * `fetch` whose calls end when `cut` aborts. `AbortSignal.any` would do, but what it makes of a signal that lives
 * as long as the process is never freed: https://github.com/nodejs/node/issues/55351
 */
function cutFetch(cut: AbortSignal): typeof fetch {
  const underWay = new Set<AbortController>();
  cut.addEventListener('abort', () => {
    for (const call of underWay) call.abort(cut.reason);
  });
  return async (url, init) => {
    const call = new AbortController();
    const { signal } = init ?? {};
    signal?.addEventListener('abort', () => call.abort(signal.reason), { once: true });
    underWay.add(call);
    try {
      return await fetch(url, { ...init, signal: call.signal });
    } finally {
      underWay.delete(call);
    }
  };
}

/** The Bolt app, without any input or output yet: `init()` calls `auth.test`. */
export function createApp(settings: SlackSettings, logger: Logger, cut: AbortSignal): App {
  return new App({
    token: settings.SLACK_BOT_TOKEN,
    receiver: NO_RECEIVER,
    logger: sdkLogger(logger),
    clientOptions: clientOptions(settings, logger, cut),
    convoStore: false,
    deferInitialization: true,
  });
}
