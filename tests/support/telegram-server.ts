import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import type { Payload, Refusal } from './telegram-rules.ts';
import {
  type AnsweredCallback,
  createTelegramState,
  type Outcome,
  type SentMessage,
} from './telegram-state.ts';

/** A call that the bot made, and how it was answered: 200, or the code of the refusal. */
interface ApiCall {
  readonly method: string;
  readonly payload: Payload;
  readonly code: number;
  /** Milliseconds of the clock when it came. */
  readonly at: number;
}

/** An update before the server gives it a number. */
export type NewUpdate = Omit<Update, 'update_id'>;

/** A Bot API server on the loopback, that refuses what the real one refuses. */
export interface TelegramServer {
  readonly root: string;
  readonly token: string;
  readonly calls: readonly ApiCall[];
  readonly sent: readonly SentMessage[];
  readonly answeredCallbacks: readonly AnsweredCallback[];
  /** The calls of one method, oldest first. */
  callsOf(method: string): readonly ApiCall[];
  /** Queues an update for long polling; gives it with its number. */
  push(update: NewUpdate): Update;
  /** Queues an update again, as after a stop before it was confirmed. */
  repeat(update: Update): void;
  /** Posts an update to the webhook that was set; gives the HTTP status. */
  deliver(update: NewUpdate): Promise<number>;
  /** Posts an update that has a number already, as after an answer that Telegram did not take. */
  redeliver(update: Update): Promise<number>;
  /** Answers the next call of `method` (that `when` accepts) with a refusal instead. */
  refuseNext(method: string, refusal: Refusal, when?: (payload: Payload) => boolean): void;
  /** Makes a chat known without an update from it. */
  meet(chat: number): void;
  /** Resolves once `condition` holds, looked at every 2 ms; rejects after `patience` milliseconds. */
  until(condition: () => boolean, patience?: number): Promise<void>;
  close(): Promise<void>;
}

interface Poll {
  readonly limit: number;
  readonly finish: (outcome: Outcome) => void;
}

/** How a server differs from the usual one. */
export interface ServerOptions {
  /** Milliseconds that each call, of the bot or of its webhook, takes more: half on its way and half on its way back. */
  readonly delay?: number;
  /** Hears of each message that the bot sent. */
  readonly onSent?: (message: SentMessage) => void;
}

/** Starts a server for one bot, whose token is `token`. */
export async function startTelegramServer({
  delay = 0,
  onSent,
}: ServerOptions = {}): Promise<TelegramServer> {
  const token = '7000001:AAE-prueba_de_un_token_inventado_00';
  const state = createTelegramState(onSent);
  const calls: ApiCall[] = [];
  const scripted: { method: string; refusal: Refusal; when: (payload: Payload) => boolean }[] = [];
  let queue: Update[] = [];
  let poll: Poll | undefined;
  let nextUpdateId = 9_001;
  let posting = 0;
  const waiting: (() => void)[] = [];

  function number(update: NewUpdate): Update {
    const numbered = { ...update, update_id: nextUpdateId };
    nextUpdateId += 1;
    state.learn(numbered);
    return numbered;
  }

  function enqueue(update: Update): void {
    queue.push(update);
    poll?.finish({ result: queue.slice(0, poll.limit) });
  }

  function getUpdates(payload: Payload, response: ServerResponse): Promise<Outcome> {
    const conflict = (why: string): Outcome => ({ error_code: 409, description: `Conflict: ${why}` });
    if (state.webhook !== undefined) {
      return Promise.resolve(conflict("can't use getUpdates method while webhook is active"));
    }
    poll?.finish(
      conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
    );
    const offset = Number(payload.offset ?? 0);
    const limit = Number(payload.limit ?? 100);
    queue = queue.filter(({ update_id: id }) => id >= offset);
    if (queue.length > 0) return Promise.resolve({ result: queue.slice(0, limit) });
    return new Promise((resolve) => {
      const own: Poll = {
        limit,
        finish: (outcome) => {
          clearTimeout(timer);
          if (poll === own) poll = undefined;
          resolve(outcome);
        },
      };
      const timer = setTimeout(() => own.finish({ result: [] }), Number(payload.timeout ?? 0) * 1_000);
      poll = own;
      response.on('close', () => own.finish({ result: [] }));
    });
  }

  function scriptedRefusal(method: string, payload: Payload): Refusal | undefined {
    const index = scripted.findIndex((script) => script.method === method && script.when(payload));
    return index < 0 ? undefined : scripted.splice(index, 1)[0]?.refusal;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readText(request);
    if (delay > 0) await sleep(delay / 2);
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const payload: Payload = body === '' ? {} : JSON.parse(body);
    const at = performance.now();
    const outcome: Outcome =
      given !== token
        ? { error_code: 401, description: 'Unauthorized' }
        : (scriptedRefusal(method, payload) ??
          (method === 'getUpdates' ? await getUpdates(payload, response) : state.perform(method, payload)));
    if (delay > 0) await sleep(delay / 2);
    const ok = 'result' in outcome;
    calls.push({ method, payload, at, code: ok ? 200 : outcome.error_code });
    response.writeHead(ok ? 200 : outcome.error_code, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ ok, ...outcome }));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function redeliver(update: Update): Promise<number> {
    if (state.webhook === undefined) throw new Error('no webhook is set');
    const { url, secret, connections } = state.webhook;
    while (posting >= connections) await new Promise<void>((resolve) => waiting.push(resolve));
    posting += 1;
    try {
      if (delay > 0) await sleep(delay / 2);
      const status = await post(update, url, secret);
      if (delay > 0) await sleep(delay / 2);
      return status;
    } finally {
      posting -= 1;
      waiting.shift()?.();
    }
  }

  async function post(update: Update, url: string, secret: string | undefined): Promise<number> {
    const headers = {
      'Content-Type': 'application/json',
      ...(secret === undefined ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secret }),
    };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) });
    return response.status;
  }

  return {
    root: `http://127.0.0.1:${port}`,
    token,
    calls,
    sent: state.sent,
    answeredCallbacks: state.answeredCallbacks,
    callsOf: (method) => calls.filter((call) => call.method === method),
    push: (update) => {
      const numbered = number(update);
      enqueue(numbered);
      return numbered;
    },
    repeat: enqueue,
    deliver: (update) => redeliver(number(update)),
    redeliver,
    refuseNext: (method, refusal, when = () => true) => scripted.push({ method, refusal, when }),
    meet: (chat) =>
      state.learn({
        update_id: 0,
        message: { message_id: 0, date: 0, chat: { id: chat, type: 'group', title: '' }, from: BOT_USER },
      }),
    until: async (condition, patience = 5_000) => {
      const deadline = performance.now() + patience;
      while (!condition()) {
        if (performance.now() > deadline) {
          const seen = calls.map(({ method, code }) => `${method} ${code}`).join(', ');
          throw new Error(`the bot did not do it in ${patience} ms; it called: ${seen}`);
        }
        await sleep(2);
      }
    },
    close: () =>
      new Promise((resolve) => {
        poll?.finish({ result: [] });
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const BOT_USER = { id: 1, is_bot: false, first_name: 'A' };

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
