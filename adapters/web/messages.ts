import { once } from 'node:events';
import type { IncomingMessage as HttpRequest, ServerResponse } from 'node:http';
import type { Inbox, IncomingMessage } from '../../src/messaging/index.ts';
import type { Answer, Conversations } from './conversations.ts';
import { PRIVATE } from './headers.ts';
import { readPost } from './incoming.ts';
import { discardBody, readJsonBody } from './json-body.ts';
import type { RateLimit } from './rate-limit.ts';
import { refuse, refuseForNow } from './refuse.ts';

/** What the message route needs. */
export interface MessagesOptions {
  readonly conversations: Conversations;
  readonly inbox: Inbox;
  readonly limit: RateLimit;
  readonly clientOf: (request: HttpRequest) => string;
  readonly isOpen: () => boolean;
  readonly answer: (message: IncomingMessage) => Answer;
}

/**
 * Answers a POST of the page with `{ reply }`, null for silence. 405, 415, 413 and 400 refuse what is no message,
 * 429 who asks too often, 503 while the assistant stops. A message that comes again gets the same answer, or 409
 * when that is gone. It is settled once its answer was written whole.
 */
export async function serveMessage(
  request: HttpRequest,
  response: ServerResponse,
  options: MessagesOptions,
): Promise<void> {
  const { conversations, inbox, limit, clientOf, isOpen, answer } = options;
  if (request.method !== 'POST') return refuse(response, 405, { Allow: 'POST' });
  const wait = limit(clientOf(request));
  if (wait > 0 || !isOpen()) {
    discardBody(request);
    return refuseForNow(response, wait);
  }
  const body = await readJsonBody(request);
  if ('status' in body) return refuse(response, body.status);
  const message = readPost(body.value, request.headers['accept-language']);
  if (message === undefined) return refuse(response, 400);

  const conversation = conversations.visit(message.conversation.id);
  const kept = conversation.answers.get(message.id);
  if (kept === undefined) {
    const [fresh] = await inbox.receive([message]);
    if (fresh === undefined) return refuse(response, 409);
    conversations.keepAnswer(conversation, message.id, answer(fresh));
  }
  const reply = await conversation.answers.get(message.id);
  if (response.closed) return;
  response.writeHead(200, { ...PRIVATE, 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ reply: reply ?? null }));
  await once(response, 'close');
  if (response.writableFinished) await inbox.settle(message);
}
