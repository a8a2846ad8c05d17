import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../../adapters/web/client-address.ts';

function from(remoteAddress: string, forwarded?: string): Pick<IncomingMessage, 'headers' | 'socket'> {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { headers, socket: { remoteAddress } as Socket };
}

describe('the address of a client', () => {
  it('is that of the connection; without proxies nobody is believed', () => {
    expect(clientAddress(from('192.0.2.7', '10.0.0.1'), 0)).toBe('192.0.2.7');
    expect(clientAddress(from('::ffff:192.0.2.7'), 0)).toBe('192.0.2.7');
  });

  it('is what the trusted proxies wrote, counted from the right', () => {
    expect(clientAddress(from('127.0.0.1', '6.6.6.6, 192.0.2.7'), 1)).toBe('192.0.2.7');
    expect(clientAddress(from('127.0.0.1', '6.6.6.6, 192.0.2.7, 10.0.0.1'), 2)).toBe('192.0.2.7');
  });

  it.each([undefined, '', 'x', '<script>', ', ,'])('falls back when a proxy wrote %j', (forwarded) => {
    expect(clientAddress(from('192.0.2.7', forwarded), 1)).toBe('192.0.2.7');
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff::9'],
    ['2001:db8::1', '2001:0db8:0000::2'],
    ['fe80::1%eth0', 'fe80::2%eth1'],
  ])('is one network for %s and %s', (one, other) => {
    expect(clientAddress(from(one), 0)).toBe(clientAddress(from(other), 0));
    expect(clientAddress(from(one), 0)).not.toBe(clientAddress(from('2001:db8:1:3::1'), 0));
  });
});
