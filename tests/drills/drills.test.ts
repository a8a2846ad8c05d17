import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureBuilt } from '../support/built.ts';
import { killDrill } from './kill.ts';
import { lateDrill, outageDrill } from './outage.ts';
import { outboxDrill } from './outbox.ts';
import { type DrillPlace, postgresBinaries, postgresCluster, sqliteFile } from './places.ts';
import { replicasDrill } from './replicas.ts';

vi.setConfig({ testTimeout: 180_000 });

const SHORT = { kills: 3, delay: 0, isShort: true };
const hasPostgres = postgresBinaries() !== undefined;
if (!hasPostgres) console.warn('SKIPPED: the drills on PostgreSQL, which is not installed.');

const places: DrillPlace[] = [];
const kept = <P extends DrillPlace>(place: P): P => {
  places.push(place);
  return place;
};

beforeAll(ensureBuilt);
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove();
});

describe.each([
  { name: 'SQLite', isThere: true, make: async (): Promise<DrillPlace> => sqliteFile() },
  { name: 'PostgreSQL', isThere: hasPostgres, make: postgresCluster },
])('the process, killed under load on $name', ({ isThere, make }) => {
  it.runIf(isThere)('loses no question', async () => {
    const totals = await killDrill(kept(await make()), SHORT);
    expect(totals.asked).toBeGreaterThan(20);
    expect(totals).toMatchObject({ lost: 0, stillOwed: 0 });
    expect(totals.duplicates).toBeLessThan(totals.asked / 2);
  });

  it.runIf(isThere)('loses no message that it owes', async () => {
    const totals = await outboxDrill(kept(await make()), 60, SHORT);
    expect(totals).toMatchObject({ asked: 60, lost: 0, stillOwed: 0 });
    expect(totals.duplicates).toBeLessThan(30);
  });
});

describe('several processes on one PostgreSQL', () => {
  it.runIf(hasPostgres)('answer each question once, though each comes twice', async () => {
    const totals = await replicasDrill(kept(await postgresCluster()), 60);
    expect(totals).toEqual({ asked: 60, arrived: 60, lost: 0, duplicates: 0 });
  });
});

describe('PostgreSQL, stopped under load', () => {
  it.runIf(hasPostgres)('stops no answer, and nothing that is owed is lost', async () => {
    const totals = await outageDrill(kept(await postgresCluster()), 3_000, 30);
    expect(totals.questions.lost).toBe(0);
    expect(totals.answeredMeanwhile).toBeGreaterThan(0);
    expect(totals.messages).toMatchObject({ asked: 30, lost: 0 });
    expect(totals.stillOwed).toBe(0);
  });

  it.runIf(hasPostgres)('before the process starts, is used once it comes', async () => {
    const totals = await lateDrill(kept(await postgresCluster()), 1_000, 30);
    expect(totals.answeredBefore).toBeGreaterThan(0);
    expect(totals.questions).toMatchObject({ lost: 0, duplicates: 0 });
    expect(totals.messages).toMatchObject({ asked: 30, lost: 0 });
    expect(totals.stillOwed).toBe(0);
  });
});
