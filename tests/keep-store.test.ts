import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { keepStore } from '../src/keep-store.ts';
import { openStore } from '../src/store/index.ts';
import { storeRemedies } from '../src/texts/startup.ts';
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
    await kept.opened;
    expect(kept.isReachable()).toBe(true);
    expect(await kept.store.inbox.receive([messageOf('1')])).toHaveLength(1);
    await kept.close();
    expect(await kept.store.isReachable()).toBe(false);
    expect(logger.entries.map(({ event }) => event)).toEqual(['store is open', 'old rows deleted']);
  });

  it('says what is wrong and what to do when it cannot be opened', async () => {
    const file = `${temporary.path}/texto.db`;
    writeFileSync(file, 'no es una base de datos, pero es bastante largo '.repeat(100));
    const logger = recordingLogger();
    const kept = await keepStore({ place: { file }, days }, { now, logger });
    expect(kept.isReachable()).toBe(false);
    expect(await kept.store.inbox.receive([messageOf('1')])).toHaveLength(1);
    await kept.close();
    expect(logger.entries.slice(0, 1)).toEqual([
      {
        level: 'error',
        event: expect.stringContaining('could not be opened'),
        fields: { file, reason: 'SQLITE_NOTADB', remedy: storeRemedies.file },
      },
    ]);
  });

  it('opens a store that comes later, by itself, with what came meanwhile', { timeout: 60_000 }, async () => {
    const blocked = `${temporary.path}/bloqueo`;
    writeFileSync(blocked, '');
    const place = { file: `${blocked}/aga.db` };
    const logger = recordingLogger();
    let passed = 0;
    const clock = () => new Date(Date.now() + passed);
    const kept = await keepStore({ place, days }, { now: clock, logger });
    expect(() => kept.store.people.hash('pigeon', 'ana')).toThrow('not opened');
    await kept.store.inbox.receive([messageOf('before')]);
    await kept.store.inbox.settle(messageOf('before'));
    rmSync(blocked);
    await kept.opened;
    expect(kept.isReachable()).toBe(true);
    expect(kept.store.people.hash('pigeon', 'ana')).not.toBe('');
    // The inbox leaves a store alone for five seconds after it was away.
    passed = 5_000;
    await kept.close();
    expect(logger.entries.map(({ event }) => event)).toContain('store is open');
    const other = await openStore({ place, now });
    expect(await other.inbox.receive([messageOf('before'), messageOf('after')])).toMatchObject([
      { id: 'after' },
    ]);
    await other.close();
  });

  it('stops trying when it is closed', async () => {
    const file = `${temporary.path}/texto.db`;
    const logger = recordingLogger();
    const kept = await keepStore({ place: { file }, days }, { now, logger });
    await kept.close();
    await kept.close();
    expect(logger.entries.filter(({ event }) => event.includes('could not be opened'))).toHaveLength(1);
  });
});
