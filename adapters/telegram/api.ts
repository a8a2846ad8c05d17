import { autoRetry } from '@grammyjs/auto-retry';
import { Api, type Transformer } from 'grammy';
import type { Logger } from '../../src/messaging/index.ts';
import { describeFailure } from './failure.ts';
import type { TelegramSettings } from './settings.ts';

/**
 * Calls that are not repeated after a refusal: the runner repeats getUpdates by itself, and «typing» is soon
 * out of date.
 */
const NOT_REPEATED: ReadonlySet<string> = new Set(['getUpdates', 'sendChatAction']);

/** Longest that a call may take, in seconds; a long poll takes 30. */
const CALL_SECONDS = 60;

/**
 * Telegram's methods, without any input or output yet. Calls wait when Telegram says so (429), three times and a minute
 * each at most; a network error is not repeated, since the message may have arrived. `cut` ends all calls
 * that have no signal of their own. `onReach` is told whether polling reaches Telegram, when that changes.
 */
export function createApi(
  settings: TelegramSettings,
  logger: Logger,
  cut: AbortSignal,
  onReach: (isReached: boolean) => void,
): Api {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = settings;
  const api = new Api(token, { timeoutSeconds: CALL_SECONDS, ...(apiRoot === undefined ? {} : { apiRoot }) });
  const retry = autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 60, rethrowHttpErrors: true });
  api.config.use(
    (call, method, payload, signal) =>
      NOT_REPEATED.has(method) ? call(method, payload, signal) : retry(call, method, payload, signal),
    reportOutages(logger, token, onReach),
    endAllAt(cut),
  );
  return api;
}

/** Node's signals are the ones that grammY takes, though its types name a library's. */
type Signal = Parameters<Transformer>[3];

/**
 * Ends the calls under way that have no signal of their own when `cut` aborts. Each call has a controller, since
 * grammY never takes its listener off a signal that it was given.
 */
function endAllAt(cut: AbortSignal): Transformer {
  const open = new Set<AbortController>();
  cut.addEventListener('abort', () => {
    for (const own of open) own.abort();
  });
  return async (call, method, payload, signal) => {
    if (signal !== undefined) return call(method, payload, signal);
    const own = new AbortController();
    if (cut.aborted) own.abort();
    open.add(own);
    try {
      return await call(method, payload, own.signal as Signal);
    } finally {
      open.delete(own);
    }
  };
}

/** Logs when polling begins to fail and when it works again, not each of the attempts between. */
function reportOutages(logger: Logger, token: string, onReach: (isReached: boolean) => void): Transformer {
  let out = false;
  const report = (error: string | undefined) => {
    if (error !== undefined && !out) logger.warn('telegram.unreachable', { error });
    if (error === undefined && out) logger.info('telegram.reachable');
    const isOut = error !== undefined;
    if (isOut !== out) onReach(!isOut);
    out = isOut;
  };
  return async (call, method, payload, signal) => {
    if (method !== 'getUpdates') return call(method, payload, signal);
    try {
      const answer = await call(method, payload, signal);
      report(answer.ok ? undefined : `getUpdates: ${answer.error_code} ${answer.description}`);
      return answer;
    } catch (error) {
      if (signal?.aborted !== true) report(describeFailure(error, token));
      throw error;
    }
  };
}
