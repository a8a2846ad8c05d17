import { App, type Receiver, type webApi } from '@slack/bolt';
import type { Logger } from '../../src/messaging/index.ts';
import { sdkLogger } from './sdk-logger.ts';
import type { SlackSettings } from './settings.ts';

/** Most calls at the same time; the rest wait. The SDK's own 100 are 500 a second where each takes 200 ms. */
const MOST_CALLS = 1_000;

/** Events come from `socket.ts` or `http.ts`, which call `processEvent` themselves. */
const NO_RECEIVER: Receiver = {
  init: () => {},
  start: async () => {},
  stop: async () => {},
};

/**
 * How the Web API is called. Nothing is repeated here: the SDK would hold all channels back for a rate limit of
 * one, and post a message twice whose answer was lost. Each client needs its own options, because the SDK writes
 * into them.
 */
export function clientOptions(
  { SLACK_API_URL }: SlackSettings,
  logger: Logger,
  fetch: webApi.FetchFunction,
): webApi.WebClientOptions {
  return {
    ...(SLACK_API_URL === undefined ? {} : { slackApiUrl: SLACK_API_URL }),
    logger: sdkLogger(logger),
    maxRequestConcurrency: MOST_CALLS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch,
  };
}

/** The Bolt app, without any input or output yet: `init()` calls `auth.test`. */
export function createApp(settings: SlackSettings, logger: Logger, fetch: webApi.FetchFunction): App {
  return new App({
    token: settings.SLACK_BOT_TOKEN,
    receiver: NO_RECEIVER,
    logger: sdkLogger(logger),
    clientOptions: clientOptions(settings, logger, fetch),
    convoStore: false,
    deferInitialization: true,
  });
}
