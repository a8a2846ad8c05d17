import { describe, expect, it } from 'vitest';
import type { Assistant, AssistantResult } from '../src/assistant.ts';
import { createHandle } from '../src/handle.ts';
import type { IncomingMessage } from '../src/messaging/index.ts';
import { textReply } from './support/adapter-contract.ts';
import { recordingLogger } from './support/recording-logger.ts';

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
  return { commands: [], answer: () => whole, find: () => [], serve: () => {} };
}

describe('createHandle', () => {
  it('gives the reply and logs one line without text, name or id of the person', async () => {
    const logger = recordingLogger();
    const reply = await createHandle(answering({}), logger)(MESSAGE);
    expect(reply?.blocks).toEqual(textReply('Hola.').blocks);
    expect(logger.entries).toEqual([
      {
        level: 'info',
        event: 'message',
        fields: {
          platform: 'pigeon',
          intent: 'ask',
          status: 'answered',
          reason: undefined,
          document: 'planes/i-plan.md',
          milliseconds: 1.3,
        },
      },
    ]);
    expect(JSON.stringify(logger.entries)).not.toMatch(/privado|id-of/);
  });

  it('logs the bug of an intent as an error', async () => {
    const logger = recordingLogger();
    const error = new Error('a bug');
    await createHandle(answering({ status: 'error', reason: 'bug', error }), logger)(MESSAGE);
    expect(logger.entries.map(({ level }) => level)).toEqual(['info', 'error']);
    expect(logger.entries[1]?.fields).toEqual({ intent: 'ask', error });
  });
});
