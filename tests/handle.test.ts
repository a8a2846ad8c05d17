import { describe, expect, it } from 'vitest';
import type { Assistant, AssistantResult } from '../src/assistant.ts';
import { createHandle } from '../src/handle.ts';
import type { IncomingMessage } from '../src/messaging/index.ts';
import type { Exchange } from '../src/operations/index.ts';
import { textReply } from './support/adapter-contract.ts';

const MESSAGE: IncomingMessage = {
  id: 'id-of-message',
  platform: 'pigeon',
  conversation: { id: 'id-of-loft', kind: 'direct' },
  author: { id: 'id-of-author' },
  input: { kind: 'text', text: 'texto privado' },
};

function answering(result: Partial<AssistantResult>): Assistant {
  const whole: AssistantResult = {
    intent: 'ask',
    status: 'answered',
    confidence: 1,
    reply: { ...textReply('Hola.'), sources: [{ path: 'planes/i-plan.md', title: 'I Plan' }] },
    milliseconds: 1.26,
    ...result,
  };
  return {
    commands: [],
    answer: () => whole,
    find: () => [],
    idOf: () => 'id',
    placeOf: () => undefined,
    serve: () => {},
  };
}

describe('createHandle', () => {
  it('gives the reply and tells what came of it, without text, name or id of the person', async () => {
    const told: Exchange[] = [];
    const reply = await createHandle({
      assistant: answering({}),
      tell: (exchange) => told.push(exchange),
    })(MESSAGE);
    expect(reply?.blocks).toEqual(textReply('Hola.').blocks);
    expect(told).toEqual([
      {
        platform: 'pigeon',
        intent: 'ask',
        status: 'answered',
        reason: undefined,
        document: 'planes/i-plan.md',
        milliseconds: 1.26,
        error: undefined,
      },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/privado|id-of/);
  });

  it('tells the bug of an intent', async () => {
    const told: Exchange[] = [];
    const error = new Error('a bug');
    await createHandle({
      assistant: answering({ status: 'error', reason: 'bug', error }),
      tell: (one) => told.push(one),
    })(MESSAGE);
    expect(told).toMatchObject([{ status: 'error', reason: 'bug', error }]);
  });
});
