import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger, type LogLevel } from '../src/logger.ts';
import type { Logger } from '../src/messaging/index.ts';

const NOW = new Date('2026-01-02T03:04:05Z');

function capture(level: LogLevel, secrets: readonly string[] = []): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  const logger = createLogger({ level, secrets, write: (line) => lines.push(line), now: () => NOW });
  return { logger, lines };
}

describe('createLogger', () => {
  it('writes one JSON object a line', () => {
    const { logger, lines } = capture('info');
    logger.info('message', { platform: 'console', milliseconds: 1.5, reason: undefined, note: 'two\nlines' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: '2026-01-02T03:04:05.000Z',
      level: 'info',
      event: 'message',
      platform: 'console',
      milliseconds: 1.5,
      note: 'two\nlines',
    });
  });

  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
  ] as const)('from %s on', (level, expected) => {
    const { logger, lines } = capture(level);
    logger.debug('x');
    logger.info('x');
    logger.warn('x');
    logger.error('x');
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(expected);
  });

  it('lets no field take the place of the time, the level or the event', () => {
    const { logger, lines } = capture('info');
    logger.info('real', { event: 'false', level: 'false', time: 'false' });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'real', level: 'info' });
  });

  it('writes an error with its cause', () => {
    const { logger, lines } = capture('info');
    logger.error('adapter failed', { error: new TypeError('outer', { cause: new Error('inner') }) });
    const { error } = JSON.parse(lines[0] ?? '');
    expect(error).toMatchObject({ name: 'TypeError', message: 'outer', cause: { message: 'inner' } });
    expect(error.stack).toContain('logger.test');
  });

  it('survives what JSON cannot hold', () => {
    const { logger, lines } = capture('info');
    const circle: Record<string, unknown> = { count: 12n, when: NOW };
    circle.self = circle;
    logger.info('odd', { circle });
    expect(JSON.parse(lines[0] ?? '').circle).toMatchObject({ count: '12', when: NOW.toISOString() });
  });

  it('never shows a secret, wherever it stands', () => {
    const secrets = fc.array(
      fc.string({ minLength: 6, maxLength: 20 }).filter((text) => !'[redacted]'.includes(text)),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(secrets, (hidden) => {
        const { logger, lines } = capture('debug', hidden);
        for (const secret of hidden) {
          logger.info(`event ${secret}`, {
            text: `before${secret}after`,
            address: `https://example.org/bot${encodeURIComponent(secret)}/x`,
            error: new Error(secret, { cause: new Error(`${secret}!`) }),
            deep: [{ [secret]: [secret] }],
          });
        }
        const line = lines.join('');
        const shown = JSON.stringify(lines.map((text) => JSON.parse(text)));
        for (const secret of hidden) {
          expect(line).not.toContain(encodeURIComponent(secret));
          expect(shown).not.toContain(JSON.stringify(secret).slice(1, -1));
        }
      }),
    );
  });

  it('hides nothing for a secret that is empty', () => {
    const { logger, lines } = capture('info', ['']);
    logger.info('hello');
    expect(lines[0]).not.toContain('redacted');
  });
});
