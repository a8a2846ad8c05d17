import type { IncomingMessage, Input } from '../../src/messaging/index.ts';

/** A message of `author` on a platform that no adapter has, in a conversation of their own. */
export function messageOf(input: Input | string, author = 'ana', platform = 'pigeon'): IncomingMessage {
  return {
    id: `${author}-1`,
    platform,
    conversation: { id: author, kind: 'direct' },
    author: { id: author },
    input: typeof input === 'string' ? { kind: 'text', text: input } : input,
  };
}
