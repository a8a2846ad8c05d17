import { once } from 'node:events';
import type { IncomingMessage as HttpRequest, ServerResponse } from 'node:http';
import {
  type Adapter,
  type AdapterContext,
  type IncomingMessage,
  languageOfTag,
  type Reply,
  type Route,
  say,
  takeUp,
  Undelivered,
} from '../../src/messaging/index.ts';
import { clientAddress } from './client-address.ts';
import { type Answer, createConversations } from './conversations.ts';
import { serveEvents } from './events.ts';
import { fileRoutes } from './files.ts';
import { serveMessage } from './messages.ts';
import { createRateLimit } from './rate-limit.ts';
import { render } from './render.ts';
import type { WebSettings } from './settings.ts';

/** Requests that one client may make: a school behind one address can still talk, a program can't flood. */
const LIMIT = { burst: 30, perSecond: 1, mostClients: 10_000 };

/** Milliseconds between the signs of life on a stream; proxies close what is silent for 60 s. */
const HEARTBEAT = 25_000;

/** Milliseconds after a start in which a tab that was open before comes back. */
const RETURNING = 60_000;

/** Milliseconds that a stop waits for the answers under way. */
const GRACE = 10_000;

/** The web as an adapter: a page, its files, a route for messages and one for what comes unasked. */
export function createWebAdapter(settings: WebSettings, context: AdapterContext): Adapter {
  const { WEB_PATH: path, WEB_PROXIES: proxies } = settings;
  const { handle, inbox, logger, texts } = context;
  const conversations = createConversations(Date.now);
  const limit = createRateLimit(LIMIT, Date.now);
  const underWay = new Set<Promise<void>>();
  let openSince: number | undefined;

  async function answer(message: IncomingMessage): Answer {
    const reply = await handle(message).catch((error: unknown) => {
      logger.error('web.handle.failed', { error });
      return failureReply(message, context);
    });
    return reply === undefined ? undefined : render(reply, texts(reply.language));
  }

  const shared = {
    conversations,
    limit,
    clientOf: (request: HttpRequest) => clientAddress(request, proxies),
    isOpen: () => openSince !== undefined,
  };

  /** A client that goes away while it is answered breaks its own request alone. */
  function handleMessage(request: HttpRequest, response: ServerResponse): void {
    const served = serveMessage(request, response, { ...shared, inbox, answer })
      .catch((error: unknown) => {
        logger.debug('web.request.broken', { error });
        response.destroy();
      })
      .finally(() => underWay.delete(served));
    underWay.add(served);
  }

  /** Answers what a process that is gone left open; the page gets it when it comes back. */
  async function answerLate(message: IncomingMessage): Promise<void> {
    const reply = await answer(message);
    const { quote } = message;
    if (reply !== undefined)
      conversations.post(message.conversation.id, reply, quote === undefined ? {} : { quote });
    await inbox.settle(message);
  }

  async function run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const aborted = once(signal, 'abort');
    openSince = Date.now();
    const heart = setInterval(() => conversations.beat(), HEARTBEAT);
    logger.info('web.started', { path });
    try {
      await takeUp(inbox, 'web', (message) => void answerLate(message), signal);
      if (!signal.aborted) await aborted;
    } finally {
      openSince = undefined;
      clearInterval(heart);
      conversations.close();
      await Promise.race([Promise.all(underWay), pause(GRACE)]);
      logger.info('web.stopped', { unfinished: underWay.size });
    }
  }

  const routes: readonly Route[] = [
    ...fileRoutes({ settings, texts, logger }),
    { path: `${path}/messages`, handle: handleMessage },
    { path: `${path}/events`, handle: (request, response) => serveEvents(request, response, shared) },
  ];

  return {
    name: 'web',
    routes,
    run,
    send: async (to, reply, delivery) => {
      if (!conversations.isKnown(to.id)) {
        const mayReturn = openSince === undefined || Date.now() - openSince < RETURNING;
        throw new Undelivered('The tab of this conversation is gone', {
          isFinal: !mayReturn,
          ...(mayReturn ? { retryAfter: RETURNING } : {}),
        });
      }
      conversations.post(to.id, render(reply, texts(reply.language)), delivery);
    },
  };
}

function failureReply({ author }: IncomingMessage, { texts }: AdapterContext): Reply {
  const language = languageOfTag(author.language);
  return say(language, [texts(language).web.failure]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
