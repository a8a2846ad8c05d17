import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createConversations } from '../../../adapters/web/conversations.ts';
import { render } from '../../../adapters/web/render.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';

const DAY = 24 * 60 * 60 * 1_000;
const reply = render(textReply('Hola.'), adapterTexts('es'));

/** A response that keeps what is written to it. */
function recordedStream(): { stream: ServerResponse; written: string[] } {
  const written: string[] = [];
  const stream = new ServerResponse(new IncomingMessage(new Socket()));
  stream.write = (chunk: unknown) => written.push(String(chunk)) > 0;
  return { stream, written };
}

describe('the conversations', () => {
  it('are forgotten a day after their tab was last heard of', () => {
    let now = 0;
    const conversations = createConversations(() => now);
    conversations.visit('a');
    now = DAY;
    expect(conversations.isKnown('a')).toBe(true);
    conversations.visit('b');
    now = DAY + 1;
    expect(conversations.isKnown('a')).toBe(false);
    expect(conversations.isKnown('b')).toBe(true);
  });

  it('are known while their tab is open, and letters expire all the same', () => {
    let now = 0;
    const conversations = createConversations(() => now);
    const { stream } = recordedStream();
    conversations.attach('a', stream, 0);
    conversations.post('a', reply);
    now = 3 * DAY;
    expect(conversations.isKnown('a')).toBe(true);
    conversations.post('a', reply);
    const { stream: next, written } = recordedStream();
    conversations.attach('a', next, 0);
    expect(written).toHaveLength(1);
  });

  it('are bounded in number', () => {
    const conversations = createConversations(() => 0);
    for (let number = 0; number <= 5_000; number++) conversations.visit(String(number));
    expect(conversations.isKnown('0')).toBe(false);
    expect(conversations.isKnown('1')).toBe(true);
  });

  it('show signs of life', () => {
    const conversations = createConversations(() => 0);
    const { stream, written } = recordedStream();
    conversations.attach('a', stream, 0);
    conversations.beat();
    expect(written).toEqual([':\n\n']);
  });
});
