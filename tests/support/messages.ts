import type { IncomingMessage, Input } from '../../src/messaging/index.ts';

/** A message of one person, on the platform `pigeon` unless `more` says otherwise. */
export function messageOf(id: string, text = 'hola', more: Partial<IncomingMessage> = {}): IncomingMessage {
  const input: Input = { kind: 'text', text };
  return {
    id,
    platform: 'pigeon',
    conversation: { id: 'c1', kind: 'direct' },
    author: { id: 'p1' },
    input,
    ...more,
  };
}
