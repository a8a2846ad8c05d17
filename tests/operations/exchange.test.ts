import { describe, expect, it } from 'vitest';
import { intents } from '../../src/intents/index.ts';
import { createTellExchange } from '../../src/operations/exchange.ts';
import { createMetrics } from '../../src/operations/metrics.ts';
import { recordingLogger } from '../support/recording-logger.ts';

const EXCHANGE = { platform: 'pigeon', intent: 'ask', status: 'answered', milliseconds: 1.26 };

describe('createTellExchange', () => {
  it('writes one line and counts once', async () => {
    const logger = recordingLogger();
    const metrics = createMetrics();
    const tell = createTellExchange(logger, metrics);
    tell({ ...EXCHANGE, document: 'planes/i-plan.md' });
    tell({ ...EXCHANGE, status: 'refused', reason: 'too-long', milliseconds: 0 });
    expect(logger.entries).toEqual([
      {
        level: 'info',
        event: 'message',
        fields: { ...EXCHANGE, document: 'planes/i-plan.md', milliseconds: 1.3 },
      },
      {
        level: 'info',
        event: 'message',
        fields: { ...EXCHANGE, status: 'refused', reason: 'too-long', milliseconds: 0 },
      },
    ]);
    const text = await metrics.text();
    expect(text).toContain(
      'aga_questions_total{platform="pigeon",intent="ask",status="answered",reason="none"} 1\n',
    );
    expect(text).toContain('status="refused",reason="too-long"} 1\n');
    expect(text).toContain('aga_answer_seconds_bucket{platform="pigeon",le="0.001"} 1\n');
    expect(text).toContain('aga_answer_seconds_bucket{platform="pigeon",le="0.002"} 2\n');
    expect(text).not.toContain('i-plan');
  });

  it('counts every intent under its own name', async () => {
    const metrics = createMetrics();
    const tell = createTellExchange(recordingLogger(), metrics);
    for (const { name } of intents) tell({ ...EXCHANGE, intent: name });
    const text = await metrics.text();
    for (const { name } of intents) expect(text).toContain(`intent="${name}",`);
  });

  it('logs a bug as an error too', () => {
    const logger = recordingLogger();
    const error = new Error('a bug');
    createTellExchange(logger, createMetrics())({ ...EXCHANGE, status: 'error', reason: 'bug', error });
    expect(logger.entries.map(({ level, event }) => [level, event])).toEqual([
      ['info', 'message'],
      ['error', 'intent failed'],
    ]);
    expect(logger.entries[0]?.fields).not.toHaveProperty('error');
    expect(logger.entries[1]?.fields).toEqual({ intent: 'ask', error });
  });
});
