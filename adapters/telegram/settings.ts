import { z } from 'zod';

const apiRoot = z
  .url({
    protocol: /^https?$/,
    error: 'must be an http or https address without a token, such as http://localhost:8081',
  })
  .transform((address) => address.replace(/\/+$/, ''));

const webhookUrl = z
  .string()
  .refine(isWebhookUrl, 'must be an https address that Telegram can reach (http only on localhost)');

/** The variables of Telegram. Each message says what the value must be and where to get it. */
export const telegramSettings = z
  .object({
    TELEGRAM_BOT_TOKEN: z
      .string({ error: 'is missing; ask @BotFather for one with /newbot' })
      .trim()
      .regex(/^\d{3,}:[A-Za-z0-9_-]{30,}$/, 'must look like 123456789:AAE…; copy it again from @BotFather'),
    TELEGRAM_API_ROOT: apiRoot.optional(),
    TELEGRAM_WEBHOOK_URL: webhookUrl.optional(),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,256}$/, 'must have 1 to 256 characters of A-Z a-z 0-9 _ -')
      .optional(),
  })
  .refine((env) => env.TELEGRAM_WEBHOOK_URL === undefined || env.TELEGRAM_WEBHOOK_SECRET !== undefined, {
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    error: 'is missing; TELEGRAM_WEBHOOK_URL needs one, for example from: openssl rand -hex 32',
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
