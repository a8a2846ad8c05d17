import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bot } from 'grammy';
import type { AdapterContext } from '../../src/messaging/index.ts';
import { describeFailure, isTransient, operatorError } from './failure.ts';
import { publishMenu } from './menu.ts';
import type { TelegramSettings } from './settings.ts';

/** The updates that are read. */
export const ALLOWED_UPDATES = ['message', 'callback_query'] as const;

/** Longest pause between two attempts to reach Telegram at start, in milliseconds. */
const LONGEST_PAUSE = 30_000;

/**
 * Introduces the bot to Telegram: who it is, its menu, and where its updates go. Tries until Telegram answers;
 * resolves with false if the signal aborts first, rejects with an operator error if Telegram says no. The
 * menu is not waited for: one that can't be set is only logged.
 */
export async function connect(
  bot: Bot,
  settings: TelegramSettings,
  { commands, logger }: AdapterContext,
  signal: AbortSignal,
): Promise<boolean> {
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

  await insist(async () => {
    bot.botInfo = await bot.api.getMe();
  });
  if (signal.aborted) return false;
  publishMenu(bot.api, commands).catch((error: unknown) => {
    logger.warn('telegram.menu.refused', { error: describeFailure(error, token) });
  });
  await insist(() =>
    url !== undefined && secret !== undefined
      ? bot.api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES })
      : bot.api.deleteWebhook(),
  );
  return !signal.aborted;
}
