import { z } from 'zod';
import type { IncomingMessage, Input } from '../../src/messaging/index.ts';

/** Longest text that the page may send, in UTF-16 units; its box takes 1,000. */
const LONGEST_TEXT = 4_000;

/** A conversation: 128 random bits that the page's tab made, in hexadecimal. */
export const conversationId = z.string().regex(/^[0-9a-f]{32}$/);

const messageId = z.string().regex(/^[0-9a-f]{16}$/);

/** What the page posts: a text, or the choice of a button. A retry has the same `id`. */
const postSchema = z.union([
  z.strictObject({ conversation: conversationId, id: messageId, text: z.string().max(LONGEST_TEXT) }),
  z.strictObject({ conversation: conversationId, id: messageId, choice: z.string().min(1).max(256) }),
]);

/** Reads what was posted, or nothing when it is not as the page writes it. */
export function readPost(body: unknown, acceptLanguage: string | undefined): IncomingMessage | undefined {
  const parsed = postSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { conversation, id } = parsed.data;
  const language = preferredLanguage(acceptLanguage);
  return {
    id: `${conversation}:${id}`,
    platform: 'web',
    conversation: { id: conversation, kind: 'direct' },
    author: { id: conversation, ...(language === undefined ? {} : { language }) },
    input: 'choice' in parsed.data ? { kind: 'choice', id: parsed.data.choice } : readText(parsed.data.text),
    quote: id,
  };
}

/** A text, or a command when it begins with a slash and a word. */
function readText(text: string): Input {
  const [, name, args = ''] = /^\s*\/(\p{L}[\p{L}\p{M}\d_-]*)\s*([\s\S]*)$/u.exec(text) ?? [];
  return name === undefined ? { kind: 'text', text } : { kind: 'command', name: name.toLowerCase(), args };
}

/** The first tag of an `Accept-Language` header, which browsers write in the order of preference. */
export function preferredLanguage(header: string | undefined): string | undefined {
  return /^\s*([a-z]{2,8}(?:-[a-z0-9]{1,8})*)/i.exec(header ?? '')?.[1];
}
