import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isGranted, needOf, type SlackManifest, slackManifest } from './slack-manifest.ts';
import { callMethod, type PostedMessage, readCall, respond } from './slack-methods.ts';
import { takeAnswer } from './slack-submitted.ts';
import { acceptWebSocket, type ServerSocket } from './slack-websocket.ts';
import { createSlackWorld, type SlackWorld } from './slack-world.ts';

/** The body of an event, a command or a press, as Slack sends it. */
export type Delivery = Readonly<Record<string, unknown>>;

/** A Slack of our own on the loopback: the Web API, response addresses and Socket Mode. */
export interface SlackServer {
  /** With a slash at its end. */
  readonly apiUrl: string;
  /** What was taken, oldest first. */
  readonly posted: readonly PostedMessage[];
  /** What was refused: a method and Slack's code. */
  readonly refused: readonly { readonly method: string; readonly error: string }[];
  /** Methods called, oldest first. */
  readonly calls: readonly string[];
  /** Views, suggested prompts, statuses, previews of links, and what a test may change of the workspace. */
  readonly world: SlackWorld;
  /** Sockets that were greeted so far, and that are open now. */
  readonly sockets: () => { readonly greeted: number; readonly open: number };
  /** What the app answered in an acknowledgement: what becomes of the window that was submitted. */
  acknowledge(body: Delivery, response: unknown): void;
  /** Sends a body over the newest socket. Resolves when it is acknowledged; rejects if the app may not get it. */
  push(body: Delivery, envelope?: Delivery): Promise<void>;
  /** An address that takes five answers, as commands and presses bring one. */
  responseUrl(): string;
  /** The next `times` messages to a channel are refused with 429. */
  limit(channel: string, seconds: number, times?: number): void;
  /** The next `times` calls of a method are refused with this code, or with this HTTP status. */
  refuse(method: string, how: string | number, times?: number): void;
  /** Asks the client to reconnect, as Slack does every few hours. */
  recycle(): void;
  /** Breaks all sockets without a word. */
  breakSockets(): void;
  /** No hello on new sockets from now on, or again. */
  greet(isGreeting: boolean): void;
  until(check: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Answers that one response address takes: https://docs.slack.dev/interactivity/handling-user-interaction */
const RESPONSES = 5;

/** Longest that `until` waits, and how often it looks, in milliseconds. */
const PATIENCE = 5_000;
const INTERVAL = 5;

/** How a server differs from the usual one. */
export interface SlackServerOptions {
  /** Milliseconds that each call takes more, half on its way here and half on its way back. */
  readonly delay?: number;
  /** Hears of each message that was taken. */
  readonly onPosted?: (message: PostedMessage) => void;
}

/** Opens the server. It delivers only what an app with `manifest` is sent. */
export async function startSlackServer(
  manifest: SlackManifest = slackManifest,
  { delay = 0, onPosted = () => {} }: SlackServerOptions = {},
): Promise<SlackServer> {
  const world = createSlackWorld();
  const posted: PostedMessage[] = [];
  const refused: { method: string; error: string }[] = [];
  const calls: string[] = [];
  const tickets = new Set<string>();
  const responses = new Map<string, number>();
  const limits = new Map<string, { seconds: number; times: number }>();
  const refusals: { method: string; how: string | number }[] = [];
  const open: ServerSocket[] = [];
  const acknowledged = new Map<string, unknown>();
  let greeted = 0;
  let isGreeting = true;

  const server = createServer((request, response) => {
    const work = request.url?.startsWith('/api/') ? answerCall : answerResponse;
    work(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, stream) => {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) {
      stream.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    const socket = acceptWebSocket(
      request,
      stream,
      (text) => {
        const { envelope_id, payload } = JSON.parse(text);
        acknowledged.set(String(envelope_id), payload);
      },
      () => open.splice(open.indexOf(socket), 1),
    );
    open.push(socket);
    if (!isGreeting) return;
    greeted += 1;
    socket.send(JSON.stringify({ type: 'hello', num_connections: open.length }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  function socketUrl(): string {
    const ticket = randomUUID();
    tickets.add(ticket);
    return `ws://127.0.0.1:${port}/link?ticket=${ticket}`;
  }

  function take(message: PostedMessage): void {
    posted.push(message);
    onPosted(message);
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').slice('/api/'.length);
    const { raw, token } = await readCall(request);
    await onTheWay();
    const fields = Object.fromEntries(new URLSearchParams(raw));
    calls.push(method);
    const limit = limits.get(fields.channel ?? '');
    if (limit !== undefined && limit.times > 0) {
      limit.times -= 1;
      refused.push({ method, error: 'ratelimited' });
      response.setHeader('Retry-After', limit.seconds);
      return json(response, 429, { ok: false, error: 'ratelimited' });
    }
    const scripted = refusals.findIndex((refusal) => refusal.method === method);
    const [script] = scripted < 0 ? [] : refusals.splice(scripted, 1);
    if (typeof script?.how === 'number') return json(response, script.how, {});
    const answer =
      script === undefined
        ? callMethod(method, token, fields, manifest, socketUrl, world)
        : { body: { ok: false, error: script.how } };
    if ('posted' in answer && answer.posted !== undefined) take(answer.posted);
    if (answer.body.ok !== true) refused.push({ method, error: String(answer.body.error) });
    await onTheWay();
    json(response, 200, answer.body);
  }

  async function answerResponse(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { raw } = await readCall(request);
    await onTheWay();
    const left = responses.get(request.url ?? '') ?? 0;
    responses.set(request.url ?? '', left - 1);
    const answer = left > 0 ? respond(JSON.parse(raw)) : { body: { ok: false, error: 'used_url' } };
    if ('posted' in answer && answer.posted !== undefined) take(answer.posted);
    if (answer.body.ok !== true) refused.push({ method: 'respond', error: String(answer.body.error) });
    await onTheWay();
    json(response, answer.body.ok === true ? 200 : 404, answer.body);
  }

  async function onTheWay(): Promise<void> {
    if (delay > 0) await sleep(delay / 2);
  }

  async function until(check: () => boolean): Promise<void> {
    for (let waited = 0; !check(); waited += INTERVAL) {
      if (waited > PATIENCE) throw new Error('what was waited for did not happen');
      await sleep(INTERVAL);
    }
  }

  function acknowledge(body: Delivery, response: unknown): void {
    const error = takeAnswer(body, response, world);
    if (error !== undefined) refused.push({ method: 'ack', error });
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    posted,
    refused,
    calls,
    world,
    acknowledge,
    sockets: () => ({ greeted, open: open.length }),
    push: async (body, envelope = {}) => {
      const need = needOf(body);
      if (!isGranted(manifest, need)) throw new Error(`the app is not sent ${need.part}`);
      world.deliver(body);
      const id = randomUUID();
      const socket = open.at(-1);
      if (socket === undefined) throw new Error('no socket is open');
      const type = 'event' in body ? 'events_api' : 'command' in body ? 'slash_commands' : 'interactive';
      socket.send(
        JSON.stringify({
          envelope_id: id,
          type,
          payload: body,
          accepts_response_payload: false,
          ...envelope,
        }),
      );
      await until(() => acknowledged.has(id));
      acknowledge(body, acknowledged.get(id));
    },
    responseUrl: () => {
      const path = `/response/${randomUUID()}`;
      responses.set(path, RESPONSES);
      return `http://127.0.0.1:${port}${path}`;
    },
    limit: (channel, seconds, times = 1) => limits.set(channel, { seconds, times }),
    refuse: (method, how, times = 1) => {
      for (let time = 0; time < times; time += 1) refusals.push({ method, how });
    },
    recycle: () => {
      for (const socket of [...open]) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      }
    },
    breakSockets: () => {
      for (const socket of [...open]) socket.destroy();
    },
    greet: (value) => {
      isGreeting = value;
    },
    until,
    close: async () => {
      for (const socket of [...open]) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function json(response: ServerResponse, status: number, body: Delivery): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
