import { z } from 'zod';
import { webOperatorTexts as texts } from '../../src/texts/adapters/web.ts';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The variables of the web page. Each message says what the value must be. */
export const webSettings = z.object({
  WEB_PATH: z
    .string()
    .regex(/^(\/[A-Za-z0-9_-]+)+$/, texts.badPath)
    .default('/chat'),
  WEB_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .refine((origins) => origins.every(isOrigin), {
      error: texts.badOrigins,
    })
    .default([]),
  WEB_PROXIES: z.string().regex(/^\d$/, texts.badProxies).transform(Number).default(0),
});

/**
 * The settings once checked: the page's path, the origins that may embed it besides its own, and how many
 * proxies add to `X-Forwarded-For`, without which all clients behind a proxy would share one rate limit.
 */
export type WebSettings = z.output<typeof webSettings>;

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { origin, protocol, hostname } = new URL(value);
  return origin === value && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)));
}
