import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage as HttpRequest, ServerResponse } from 'node:http';
import type { Update } from 'grammy/types';
import { z } from 'zod';
import { readBody } from '../../src/messaging/index.ts';

const numbered = z.object({ update_id: z.int() });

const update = z.custom<Update>((value) => numbered.safeParse(value).success);

/**
 * Answers Telegram's requests: 200 once `accept` has recorded the update, 503 when it can't take one now (Telegram
 * sends it again), 401 without the secret, 405, 413 and 400 for what is no update. The work itself is done
 * after the answer, so a slow one never makes Telegram send the update again.
 */
export function webhookHandler(
  secret: string,
  accept: (update: Update) => Promise<boolean>,
): (request: HttpRequest, response: ServerResponse) => void {
  const expected = digest(secret);

  /** Compares digests, so that neither the time nor the length tells how much was right. */
  const isSecret = (given: string | string[] | undefined): boolean =>
    typeof given === 'string' && timingSafeEqual(digest(given), expected);

  async function status(request: HttpRequest): Promise<number> {
    if (request.method !== 'POST') return 405;
    if (!isSecret(request.headers['x-telegram-bot-api-secret-token'])) return 401;
    const body = await readBody(request);
    if (body === undefined) return 413;
    const parsed = update.safeParse(parseJson(body.toString('utf8')));
    if (!parsed.success) return 400;
    return (await accept(parsed.data)) ? 200 : 503;
  }

  return (request, response) => {
    status(request).then(
      (code) => {
        if (code === 405) response.setHeader('Allow', 'POST');
        if (code === 503) response.setHeader('Retry-After', '5');
        response.writeHead(code).end();
      },
      () => response.destroy(),
    );
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
