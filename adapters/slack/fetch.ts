import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { webApi } from '@slack/bolt';

/** Longest that a call may take, in milliseconds. */
const CALL_TIME = 15_000;

/** How long a connection waits for the next call, in milliseconds: as undici's do, below what servers allow. */
const IDLE_TIME = 4_000;

type FetchResponse = Awaited<ReturnType<webApi.FetchFunction>>;

/**
 * The `fetch` that Slack is called with: of texts alone, without redirections, over connections that are kept open.
 * Node's own takes three to four times the processor time, in streams and signals that no call here needs. Calls
 * end after 15 s, and when `cut` aborts; network errors come as the `cause` of a `TypeError`, as from Node's own.
 */
export function createFetch(cut: AbortSignal): webApi.FetchFunction {
  const underWay = new Set<ClientRequest>();
  const kept = { keepAlive: true, timeout: IDLE_TIME };
  const plain = { request: http.request, agent: new http.Agent(kept) };
  const secure = { request: https.request, agent: new https.Agent(kept) };
  cut.addEventListener('abort', () => {
    for (const call of underWay) call.destroy(cut.reason);
  });
  return async (url, { method = 'GET', headers, body = '', signal } = {}) => {
    if (typeof body !== 'string') throw new TypeError('only texts can be sent');
    cut.throwIfAborted();
    const address = String(url);
    const { request, agent } = address.startsWith('https:') ? secure : plain;
    const options = {
      method,
      agent,
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
      ...(signal === undefined ? {} : { signal }),
    };
    const call = request(address, options);
    const late = setTimeout(
      () => call.destroy(new DOMException('no answer in time', 'TimeoutError')),
      CALL_TIME,
    );
    underWay.add(call);
    try {
      return await answerTo(call, body, address);
    } finally {
      clearTimeout(late);
      underWay.delete(call);
    }
  };
}

/** Sends the body and reads the whole answer. */
function answerTo(call: ClientRequest, body: string, url: string): Promise<FetchResponse> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(
        'code' in error && typeof error.code === 'string'
          ? new TypeError('fetch failed', { cause: error })
          : error,
      );
    call.on('error', fail);
    call.once('response', (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('error', fail);
      message.once('end', () => resolve(responseOf(message, Buffer.concat(chunks), url)));
    });
    call.end(body);
  });
}

function responseOf(message: IncomingMessage, body: Buffer, url: string): FetchResponse {
  const { headers, statusCode: status = 0, statusMessage: statusText = '' } = message;
  const text = async () => body.toString('utf8');
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText,
    url,
    headers: {
      get: (name) => headers[name.toLowerCase()]?.toString() ?? null,
      entries: () => Object.entries(headers).map(([name, value]) => [name, String(value)]),
    },
    text,
    json: async () => JSON.parse(await text()),
    arrayBuffer: async () => new Uint8Array(body).buffer,
  };
}
