import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore, type StorePlace } from '../../src/store/index.ts';
import { temporaryFolder } from '../support/assistant-process.ts';
import { builtMain, ensureBuilt } from '../support/built.ts';
import { describeOnEachEngine } from '../support/engines.ts';

beforeAll(ensureBuilt);

/** Opens the store in a process of its own, and gives what it makes of a person's id. */
async function hashInAnotherProcess(place: StorePlace): Promise<string> {
  const built = new URL('store/index.js', pathToFileURL(builtMain));
  const script = `import { openStore } from ${JSON.stringify(built.href)};
    const store = await openStore({ place: ${JSON.stringify(place)}, now: () => new Date() });
    console.log(store.people.hash('pigeon', '7'));
    await store.close();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return stdout.trim();
}

describeOnEachEngine('the store', ({ open, place }) => {
  it('opens an empty database and one that it knows', async () => {
    const here = await place();
    const first = await open(here);
    await first.switches.turn('pigeon', 'off', 'lluvia');
    await first.close();
    const second = await open(here);
    expect(await second.isReachable()).toBe(true);
    expect(await second.switches.all()).toMatchObject([
      { platform: 'pigeon', isOff: true, reason: 'lluvia' },
    ]);
  });

  it('lets several processes make the schema at once', async () => {
    const here = await place();
    const hashes = await Promise.all(Array.from({ length: 4 }, () => hashInAnotherProcess(here)));
    const { people } = await open(here);
    expect(new Set(hashes)).toEqual(new Set([people.hash('pigeon', '7')]));
  });

  it('says when it cannot be reached', async () => {
    const store = await open();
    await store.close();
    expect(await store.isReachable()).toBe(false);
  });

  it('keeps texts of any character', async () => {
    const store = await open();
    const odd = `ñ 🦜 ' " \\ \u0001 ${'a'.repeat(5_000)}`;
    await store.switches.turn('pigeon', 'off', `${odd}\0`);
    expect((await store.switches.all())[0]?.reason).toBe(odd);
  });
});

describe('a store in a file', () => {
  const temporary = temporaryFolder();
  const now = () => new Date();

  it('makes the file and its folder for this user alone', async () => {
    const file = `${temporary.path}/nueva/carpeta/aga.db`;
    const store = await openStore({ place: { file }, now });
    await store.switches.turn('pigeon', 'off', 'lluvia');
    for (const path of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    await store.close();
  });

  it('rejects with a file that is none of SQLite, and leaves it as it is', async () => {
    const file = `${temporary.path}/texto.db`;
    writeFileSync(file, 'no es una base de datos, pero es bastante largo '.repeat(100));
    const before = readFileSync(file);
    await expect(openStore({ place: { file }, now })).rejects.toThrow(/not a database/);
    expect(readFileSync(file)).toEqual(before);
  });

  it('rejects with a folder in its place', async () => {
    const file = `${temporary.path}/carpeta.db`;
    mkdirSync(file);
    await expect(openStore({ place: { file }, now })).rejects.toThrow(/EISDIR|directory/);
  });
});

describe('a store on a server that is not there', () => {
  it('rejects', async () => {
    const place = { databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' };
    await expect(openStore({ place, now: () => new Date() })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
