import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { keepStore } from '../src/keep-store.ts';
import { temporaryFolder } from './support/assistant-process.ts';
import { messageOf } from './support/messages.ts';
import { recordingLogger } from './support/recording-logger.ts';

const temporary = temporaryFolder();
afterAll(() => temporary.remove());
const days = { questions: 90, tickets: 365 };
const now = () => new Date();

describe('keepStore', () => {
  it('opens the store, deletes what is too old and closes it', async () => {
    const logger = recordingLogger();
    const kept = await keepStore({ place: { file: `${temporary.path}/data/aga.db` }, days }, { now, logger });
    expect(kept?.isReachable()).toBe(true);
    expect(await kept?.store.inbox.receive([messageOf('1')])).toHaveLength(1);
    await kept?.close();
    expect(await kept?.store.isReachable()).toBe(false);
    expect(logger.entries.map(({ event }) => event)).toEqual(['store is open', 'old rows deleted']);
  });

  it('says what is wrong and what to do when it cannot be opened', async () => {
    const file = `${temporary.path}/texto.db`;
    writeFileSync(file, 'no es una base de datos, pero es bastante largo '.repeat(100));
    const logger = recordingLogger();
    expect(await keepStore({ place: { file }, days }, { now, logger })).toBeUndefined();
    expect(logger.entries).toEqual([
      {
        level: 'error',
        event: expect.stringContaining('could not be opened'),
        fields: { file, reason: 'SQLITE_NOTADB', remedy: expect.stringContaining('writable') },
      },
    ]);
  });
});
