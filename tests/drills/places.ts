import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { Pool } from 'pg';
import type { StorePlace } from '../../src/store/index.ts';

/** A store of a drill, and a folder with a small knowledge folder beside it. */
export interface DrillPlace {
  readonly folder: string;
  readonly place: StorePlace;
  /** What tells the process of both. */
  readonly env: Readonly<Record<string, string>>;
  /** Messages that came and are not settled, and messages that wait to be sent. */
  owed(): Promise<number>;
  /** Makes it as if a minute had passed since the processes that are gone gave a sign of life. */
  letMinutePass(): Promise<void>;
  remove(): Promise<void>;
}

/** A PostgreSQL server of its own, that can be stopped. */
export interface Cluster extends DrillPlace {
  stop(): Promise<void>;
  start(): Promise<void>;
}

const OWED = `select (select count(*) from inbox where "settledAt" is null)
  + (select count(*) from outbox where "closedAt" is null) as owed`;
const EXPIRE = [
  'update processes set "aliveUntil" = "aliveUntil" - 60000',
  'update outbox set "leaseUntil" = 0',
];

/** An SQLite file in a temporary folder. */
export function sqliteFile(): DrillPlace {
  const folder = temporaryFolder();
  const file = join(folder, 'aga.db');
  const using = async <T>(work: (database: InstanceType<typeof Libsql>) => T): Promise<T> => {
    const database = new Libsql(file);
    database.exec('PRAGMA busy_timeout = 2000');
    const result = work(database);
    database.close();
    return result;
  };
  return {
    folder,
    place: { file },
    env: { DATABASE_FILE: file, KNOWLEDGE_DIR: writeKnowledge(folder) },
    owed: () => using((database) => Number((database.prepare(OWED).get() as { owed: number }).owed)),
    letMinutePass: () =>
      using((database) => {
        for (const statement of EXPIRE) database.exec(statement);
      }),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Where Debian keeps the newest PostgreSQL; nothing when it has none. */
export function postgresBinaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  const newest = Math.max(...versions.filter((version) => existsSync(`${root}/${version}/bin/initdb`)));
  return Number.isFinite(newest) ? `${root}/${newest}/bin` : undefined;
}

/** Starts a PostgreSQL server in a temporary folder, which listens on a socket there alone. */
export async function postgresCluster(): Promise<Cluster> {
  const binaries = postgresBinaries();
  if (binaries === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const folder = temporaryFolder();
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await run('chown', ['postgres', folder], folder);
  const pg = (program: string, args: readonly string[]): Promise<void> => {
    const command = [join(binaries, program), '-D', join(folder, 'data'), ...args];
    const whole = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    return run(whole[0] ?? '', whole.slice(1), folder);
  };
  const databaseUrl = `postgres://aga@/postgres?host=${folder}`;
  const options = `-k ${folder} -c listen_addresses='' -c max_connections=100 -c fsync=off`;
  const start = () => pg('pg_ctl', ['-l', join(folder, 'log'), '-w', '-o', options, 'start']);
  const stop = () => pg('pg_ctl', ['-m', 'immediate', 'stop']);
  const query = async (statement: string): Promise<{ owed?: string }[]> => {
    const pool = new Pool({ connectionString: databaseUrl, max: 1 });
    const { rows } = await pool.query(statement);
    await pool.end();
    return rows;
  };
  await pg('initdb', ['--auth=trust', '--username=aga', '--encoding=UTF8', '--locale=C']);
  await start();
  return {
    folder,
    place: { databaseUrl },
    env: { DATABASE_URL: databaseUrl, KNOWLEDGE_DIR: writeKnowledge(folder) },
    owed: async () => Number((await query(OWED))[0]?.owed),
    letMinutePass: async () => {
      for (const statement of EXPIRE) await query(statement);
    },
    start,
    stop,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'aga-drill-'));
}

/** A document whose answers fit in one message, so that a second message is a second answer. */
function writeKnowledge(folder: string): string {
  const knowledge = join(folder, 'knowledge');
  mkdirSync(knowledge);
  writeFileSync(
    join(knowledge, 'iii-plan.md'),
    `---
title: III Plan de Acción
tipo: plan
plan: 3
date: 2017-09-22
---

## ¿Cuántos compromisos tuvo el III Plan?

El III Plan de Acción tuvo 26 compromisos.
`,
  );
  return knowledge;
}

async function run(program: string, args: readonly string[], cwd: string): Promise<void> {
  const [code] = await once(spawn(program, args, { cwd, stdio: 'ignore' }), 'exit');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}`);
}
