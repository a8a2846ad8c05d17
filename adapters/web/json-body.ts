import type { IncomingMessage as HttpRequest } from 'node:http';

/** Largest body that is read, in bytes: a text of 1,000 characters fits however it is escaped. */
const LARGEST_BODY = 8_192;

/** Most bytes of a refused body that are let pass unread, so that the client gets to read why. */
const MOST_DISCARDED = 4_194_304;

/** What a request holds, or the HTTP status that refuses it: 415, 413 or 400. */
export type JsonBody = { readonly value: unknown } | { readonly status: 400 | 413 | 415 };

/** Reads a JSON body of at most 8 KB. Rejects when the connection breaks. */
export async function readJsonBody(request: HttpRequest): Promise<JsonBody> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return refuse(request, 415);
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return refuse(request, 413);
  const raw = await readUpTo(request, LARGEST_BODY);
  if (raw === undefined) return refuse(request, 413);
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw)) };
  } catch {
    return { status: 400 };
  }
}

/** Lets the rest of a body pass unread, and breaks the connection when it is endless. */
export function discardBody(request: HttpRequest): void {
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST_DISCARDED) request.destroy();
  });
}

function refuse<Status extends number>(request: HttpRequest, status: Status): { readonly status: Status } {
  discardBody(request);
  return { status };
}

/** The body, or nothing as soon as it is larger than `limit` bytes. */
function readUpTo(request: HttpRequest, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > limit) settle(undefined);
    };
    const settle = (body: Buffer | undefined): void => {
      request.off('data', onData);
      resolve(body);
    };
    request.on('data', onData);
    request.once('end', () => settle(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('the client went away')));
  });
}
