import { randomBytes } from 'node:crypto';
import { web } from '../../adapters/web/index.ts';
import { preview } from '../../adapters/web/preview.ts';
import type { PageReply } from '../../adapters/web/render.ts';
import { openHttp } from '../../src/http.ts';
import { createInbox } from '../../src/inbox.ts';
import type { Adapter, Handle, Inbox } from '../../src/messaging/index.ts';
import { adapterTexts } from '../../src/texts/index.ts';
import { type RecordingLogger, recordingLogger } from './recording-logger.ts';

/** The adapter at work behind the listener of the process. */
export interface WebSite {
  readonly adapter: Adapter;
  readonly logger: RecordingLogger;
  readonly port: number;
  /** Where the page is, without a slash at its end. */
  readonly page: string;
  readonly finished: Promise<void>;
  /** Aborts, waits for `run`, and closes the listener. */
  stop(): Promise<void>;
}

/** How the site of a test differs from the usual one. */
export interface WebSiteOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly inbox?: Inbox;
  /** A port that was in use before, for a site that comes back. */
  readonly port?: number;
}

/** Starts the adapter with `handle` on a free port of the loopback. */
export async function startWebSite(handle: Handle, options: WebSiteOptions = {}): Promise<WebSite> {
  const logger = recordingLogger();
  const controller = new AbortController();
  const adapter = await web.create(web.settings.parse(options.env ?? {}), {
    handle,
    inbox: options.inbox ?? createInbox(),
    find: () => [],
    placeOf: () => undefined,
    logger,
    commands: [],
    texts: adapterTexts,
  });
  const listener = await openHttp({
    host: '127.0.0.1',
    port: options.port ?? 0,
    routes: adapter.routes ?? [],
    logger,
  });
  const finished = adapter.run(options.signal ?? controller.signal);
  return {
    adapter,
    logger,
    port: listener.port,
    page: `http://127.0.0.1:${listener.port}${options.env?.WEB_PATH ?? '/chat'}`,
    finished,
    stop: async () => {
      controller.abort();
      await finished;
      await listener.close();
    },
  };
}

/** A page's tab without a browser. */
export interface Tab {
  readonly conversation: string;
  /** Posts a text or a choice as the page does; `id` is for a retry. */
  post(said: { readonly text: string } | { readonly choice: string }, id?: string): Promise<Response>;
  /** The same, and gives the reply. */
  ask(said: { readonly text: string } | { readonly choice: string }): Promise<PageReply | null>;
}

/** Opens a tab with a conversation of its own. */
export function openTab({ page }: Pick<WebSite, 'page'>, conversation: string = newId(16)): Tab {
  const post: Tab['post'] = (said, id = newId(8)) =>
    fetch(`${page}/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ conversation, id, ...said }),
    });
  return {
    conversation,
    post,
    ask: async (said) => {
      const response = await post(said);
      if (response.status !== 200) throw new Error(`the site answered ${response.status}`);
      return ((await response.json()) as { reply: PageReply | null }).reply;
    },
  };
}

/** What a page's reply says, read as the preview reads a reply. */
export function readAloud({ pages: _, ...reply }: PageReply): string {
  return preview({ ...reply, sources: [] }, adapterTexts(reply.language)).shown.join('\n');
}

/** Random bytes in hexadecimal, as the page makes its ids. */
export function newId(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

/** The event stream of a tab, read as it comes. */
export interface EventStream {
  readonly status: number;
  /** The events so far, as JSON, each with its id. */
  events(): readonly { readonly id: number; readonly reply: PageReply; readonly quote?: string }[];
  /** The comments so far: signs of life. */
  beats(): number;
  /** Resolves when the site ends the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens the event stream of a conversation, as a browser that had the event `after` last. */
export async function openStream(
  { page }: Pick<WebSite, 'page'>,
  conversation: string,
  after?: number,
): Promise<EventStream> {
  const controller = new AbortController();
  const response = await fetch(`${page}/events?conversation=${conversation}`, {
    headers: after === undefined ? {} : { 'Last-Event-ID': String(after) },
    signal: controller.signal,
  });
  let text = '';
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  };
  return {
    status: response.status,
    events: () =>
      [...text.matchAll(/^id: (\d+)\ndata: (.*)\n\n/gm)].map(([, id, data = '']) => ({
        id: Number(id),
        ...JSON.parse(data),
      })),
    beats: () => text.match(/^:$/gm)?.length ?? 0,
    ended: read().catch(() => {}),
    close: () => controller.abort(),
  };
}
