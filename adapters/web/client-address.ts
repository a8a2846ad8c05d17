import type { IncomingMessage as HttpRequest } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/**
 * Who makes a request, as a key for rate limits: the address of the connection, or the one that the last of
 * `proxies` trusted proxies wrote in `X-Forwarded-For`. Of an IPv6 address the /64 counts, which is what one
 * subscriber gets (RFC 6177).
 */
export function clientAddress(request: Pick<HttpRequest, 'headers' | 'socket'>, proxies: number): string {
  const peer = request.socket.remoteAddress ?? '';
  const header = request.headers['x-forwarded-for'] ?? '';
  const forwarded = proxies === 0 ? [] : String(header).split(',');
  const told = forwarded.at(-proxies)?.trim() ?? '';
  return network(isIP(told) === 0 ? peer : told);
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%', 1).join('').split('::');
  const first = head.split(':').filter((group) => group !== '');
  const last = tail.split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  const groups = [...first, ...zeros, ...last].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
