import { describe, expect, it } from 'vitest';
import type { Adapter } from '../src/messaging/index.ts';
import { runAdapters } from '../src/run-adapters.ts';
import { recordingLogger } from './support/recording-logger.ts';

const never = new AbortController().signal;
const done: Adapter = { name: 'done', run: async () => {} };
const broken: Adapter = {
  name: 'broken',
  run: async () => {
    throw new Error('the connection died');
  },
};
const untilAbort: Adapter = {
  name: 'patient',
  run: (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
};

describe('runAdapters', () => {
  it('is fine when one of two goes on, and logs the one that failed', async () => {
    const logger = recordingLogger();
    const controller = new AbortController();
    let hasSettled = false;
    const running = runAdapters([broken, untilAbort], controller.signal, logger).finally(() => {
      hasSettled = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(hasSettled).toBe(false);
    const errors = logger.entries.filter(({ level }) => level === 'error');
    expect(errors.map(({ fields }) => fields.adapter)).toEqual(['broken']);
    controller.abort();
    expect(await running).toBe(true);
  });

  it('fails when all fail', async () => {
    expect(await runAdapters([broken, broken], never, recordingLogger())).toBe(false);
    expect(await runAdapters([broken, done], never, recordingLogger())).toBe(true);
  });

  it('takes an adapter that throws at once for one that failed', async () => {
    const thrower: Adapter = {
      name: 'thrower',
      run: () => {
        throw new Error('a bug');
      },
    };
    expect(await runAdapters([thrower], never, recordingLogger())).toBe(false);
  });
});
