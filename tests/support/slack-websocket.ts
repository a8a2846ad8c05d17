import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's end of a WebSocket: whole text frames, no extensions (RFC 6455). */
export interface ServerSocket {
  send(text: string): void;
  /** Sends a close frame; the client's own frame ends the connection. */
  close(): void;
  /** Breaks the connection without a word. */
  destroy(): void;
}

/** Answers the handshake on `stream`. `onText` gets each message, `onEnd` the end of the connection. */
export function acceptWebSocket(
  request: IncomingMessage,
  stream: Duplex,
  onText: (text: string) => void,
  onEnd: () => void,
): ServerSocket {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let isClosing = false;
  const write = (opcode: number, payload: Buffer) => {
    if (!stream.destroyed) stream.write(Buffer.concat([header(opcode, payload.length), payload]));
  };
  const close = () => {
    if (!isClosing) write(OPCODE.close, Buffer.from([0x03, 0xe8]));
    isClosing = true;
  };
  let pending = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = readFrame(pending); frame !== undefined; frame = readFrame(pending)) {
      pending = pending.subarray(frame.length);
      if (frame.opcode === OPCODE.text) onText(frame.payload.toString('utf8'));
      if (frame.opcode === OPCODE.ping) write(OPCODE.pong, frame.payload);
      if (frame.opcode === OPCODE.close) {
        close();
        stream.end();
      }
    }
  });
  stream.on('error', () => stream.destroy());
  stream.on('close', onEnd);
  return {
    send: (text) => write(OPCODE.text, Buffer.from(text)),
    close,
    destroy: () => stream.destroy(),
  };
}

const OPCODE = { text: 0x1, close: 0x8, ping: 0x9, pong: 0xa } as const;

function header(opcode: number, length: number): Buffer {
  if (length < 126) return Buffer.from([0x80 | opcode, length]);
  const bytes = Buffer.alloc(length < 65_536 ? 4 : 10);
  bytes[0] = 0x80 | opcode;
  bytes[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) bytes.writeUInt16BE(length, 2);
  else bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly length: number;
}

/** The first frame of the bytes, unmasked, or nothing while it is not whole. Clients mask every frame. */
function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 6) return undefined;
  const [first = 0, second = 0] = bytes;
  const short = second & 0x7f;
  const start = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < start + 4) return undefined;
  const size =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const length = start + 4 + size;
  if (bytes.length < length) return undefined;
  const mask = bytes.subarray(start, start + 4);
  const payload = Buffer.from(
    bytes.subarray(start + 4, length).map((byte, index) => byte ^ (mask[index % 4] ?? 0)),
  );
  return { opcode: first & 0x0f, payload, length };
}
