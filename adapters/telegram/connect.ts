import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { AdapterContext } from '../../src/messaging/index.ts';
import { describeFailure, isTransient, operatorError } from './failure.ts';
import { introduce } from './introduce.ts';
import type { TelegramSettings } from './settings.ts';

/** The updates that are read. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'inline_query'] as const;

/**
 * Updates that Telegram brings at the same time, as many as it can; of itself it brings 40, which are 200 a second
 * where the network takes 200 ms: https://core.telegram.org/bots/api#setwebhook
 */
const WEBHOOK_CONNECTIONS = 100;

/** Longest pause between two attempts to reach Telegram at start, in milliseconds. */
const LONGEST_PAUSE = 30_000;

/**
 * Introduces the bot to Telegram: who it is, its menu and profile, and where its updates go. Tries until
 * Telegram answers; resolves with nothing if the signal aborts first, rejects with an operator error if
 * Telegram says no. The menu and the profile are not waited for: what can't be set is only logged.
 */
export async function connect(
  api: Api,
  settings: TelegramSettings,
  context: AdapterContext,
  signal: AbortSignal,
): Promise<UserFromGetMe | undefined> {
  const { logger } = context;
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = settings;

  const aborted = once(signal, 'abort');

  async function insist(task: () => Promise<unknown>): Promise<void> {
    for (let pause = 1_000; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        await Promise.race([task(), aborted]);
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (!isTransient(error)) throw operatorError(error, token);
        logger.warn('telegram.unreachable', { error: describeFailure(error, token), retryInMs: pause });
        await sleep(pause, undefined, { signal }).catch(() => {});
      }
    }
  }

  let me: UserFromGetMe | undefined;
  await insist(async () => {
    me = await api.getMe();
  });
  if (signal.aborted) return undefined;
  void introduce(api, context, signal, (what, error) => {
    logger.warn('telegram.introduction.refused', { what, error: describeFailure(error, token) });
  });
  await insist(() =>
    url !== undefined && secret !== undefined
      ? api.setWebhook(url, {
          secret_token: secret,
          allowed_updates: ALLOWED_UPDATES,
          max_connections: WEBHOOK_CONNECTIONS,
        })
      : api.deleteWebhook(),
  );
  return signal.aborted ? undefined : me;
}
