import type { IncomingMessage as HttpRequest, ServerResponse } from 'node:http';
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { type Route, readBody } from '../../src/messaging/index.ts';
import { isSigned } from './signature.ts';

/** Where Slack sends events, commands and button presses. */
const PATH = '/slack/events';

const bodySchema = z.looseObject({
  type: z.string().optional(),
  challenge: z.string().optional(),
  event: z.looseObject({ type: z.string() }).optional(),
});

/** What the route needs. */
export interface RouteOptions {
  readonly app: App;
  readonly signingSecret: string;
  /** Whether an event can be taken in now; Slack sends a refused one again, three times at most. */
  readonly isOpen: () => boolean;
  readonly onError: (error: unknown) => void;
}

/**
 * Serves Slack's requests: 401 without a good signature, 405, 413 and 400 for what is no event, 503 while closed,
 * and 404 for an interaction that nothing here listens to. Only signed requests reach the app.
 */
export function slackRoute(options: RouteOptions): Route {
  return {
    path: PATH,
    handle: (request, response) => {
      answer(request, response, options).catch((error: unknown) => {
        options.onError(error);
        if (response.headersSent) response.destroy();
        else response.writeHead(500).end();
      });
    },
  };
}

async function answer(
  request: HttpRequest,
  response: ServerResponse,
  { app, signingSecret, isOpen }: RouteOptions,
): Promise<void> {
  if (request.method !== 'POST') return end(response, 405, { Allow: 'POST' });
  const raw = await readBody(request);
  if (raw === undefined) return end(response, 413);
  if (!isSigned(request.headers, raw, signingSecret, Date.now())) return end(response, 401);
  const parsed = bodySchema.safeParse(parseBody(raw.toString('utf8'), request.headers['content-type']));
  if (!parsed.success) return end(response, 400);
  const body = parsed.data;
  if (body.ssl_check === '1') return end(response, 200);
  if (body.type === 'url_verification') {
    return json(response, { challenge: body.challenge });
  }
  if (!isOpen()) return end(response, 503, { 'Retry-After': '5' });
  await app.processEvent({
    body,
    ack: async (content) => {
      if (typeof content === 'object' && content !== null) json(response, content);
      else end(response, 200);
    },
  });
  if (!response.headersSent) end(response, 404);
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, headers).end();
}

function json(response: ServerResponse, content: object): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
}

/** Events come as JSON, commands as a form, presses as a form whose `payload` is JSON. */
function parseBody(text: string, contentType = ''): unknown {
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return parseJson(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : parseJson(payload);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
