import { z } from 'zod';
import { telegramOperatorTexts as texts } from '../../src/texts/adapters/telegram.ts';

const apiRoot = z
  .url({ protocol: /^https?$/, error: texts.badApiRoot })
  .transform((address) => address.replace(/\/+$/, ''));

const webhookUrl = z.string().refine(isWebhookUrl, texts.badWebhook);

/** The variables of Telegram. Each message says what the value must be and where to get it. */
export const telegramSettings = z
  .object({
    TELEGRAM_BOT_TOKEN: z
      .string({ error: texts.missingToken })
      .trim()
      .regex(/^\d{3,}:[A-Za-z0-9_-]{30,}$/, texts.badToken),
    TELEGRAM_API_ROOT: apiRoot.optional(),
    TELEGRAM_WEBHOOK_URL: webhookUrl.optional(),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,256}$/, texts.badSecret)
      .optional(),
  })
  .refine((env) => env.TELEGRAM_WEBHOOK_URL === undefined || env.TELEGRAM_WEBHOOK_SECRET !== undefined, {
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    error: texts.missingSecret,
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

/** The settings once checked: `TELEGRAM_API_ROOT` has no slash at its end. */
export type TelegramSettings = z.output<typeof telegramSettings>;

function isWebhookUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
  );
}
