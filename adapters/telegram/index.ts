import type { AdapterDefinition } from '../../src/messaging/index.ts';
import { preview } from './preview.ts';
import { telegramSettings } from './settings.ts';

/** Telegram, by long polling, or by webhook when `TELEGRAM_WEBHOOK_URL` is set. */
export const telegram: AdapterDefinition<typeof telegramSettings> = {
  name: 'telegram',
  settings: telegramSettings,
  secrets: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'],
  isConfigured: (env) => (env.TELEGRAM_BOT_TOKEN ?? '') !== '',
  create: async (settings, context) =>
    (await import('./adapter.ts')).createTelegramAdapter(settings, context),
  preview,
};
