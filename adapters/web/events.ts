import type { IncomingMessage as HttpRequest, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Conversations } from './conversations.ts';
import { PRIVATE } from './headers.ts';
import { conversationId } from './incoming.ts';
import type { RateLimit } from './rate-limit.ts';
import { refuse, refuseForNow } from './refuse.ts';

/** What the event stream needs. */
export interface EventsOptions {
  readonly conversations: Conversations;
  readonly limit: RateLimit;
  readonly clientOf: (request: HttpRequest) => string;
  readonly isOpen: () => boolean;
}

const querySchema = z.object({
  conversation: conversationId,
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});

/**
 * Holds a stream of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) for one
 * conversation: each is a reply that nobody asked for just now, after the one that the page had last.
 */
export function serveEvents(request: HttpRequest, response: ServerResponse, options: EventsOptions): void {
  const { conversations, limit, clientOf, isOpen } = options;
  if (request.method !== 'GET') {
    refuse(response, 405, { Allow: 'GET' });
    return;
  }
  const wait = limit(clientOf(request));
  if (wait > 0 || !isOpen()) {
    refuseForNow(response, wait);
    return;
  }
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const query = querySchema.safeParse({
    conversation: searchParams.get('conversation'),
    after: request.headers['last-event-id'] ?? searchParams.get('after') ?? '0',
  });
  if (!query.success) {
    refuse(response, 400);
    return;
  }
  response.writeHead(200, {
    ...PRIVATE,
    'Content-Type': 'text/event-stream',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  conversations.attach(query.data.conversation, response, query.data.after);
}
