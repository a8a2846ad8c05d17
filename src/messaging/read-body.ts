import type { IncomingMessage as HttpRequest } from 'node:http';

/** Largest webhook request that is read, in bytes; those of Telegram and Slack stay far below. */
const LARGEST_BODY = 1_048_576;

/**
 * The body of a platform's webhook request, or nothing when it is larger than 1 MB; it is read to its end all the
 * same, so that the answer arrives. Rejects when the connection breaks.
 */
export function readBody(request: HttpRequest): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
    });
    request.once('end', () => resolve(size <= LARGEST_BODY ? Buffer.concat(chunks) : undefined));
    request.once('error', reject);
  });
}
