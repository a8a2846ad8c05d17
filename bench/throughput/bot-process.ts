import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A bot at work in a process of its own. */
export interface BotProcess {
  /** Milliseconds of processor that it has taken so far, to the nearest 10; not a number except on Linux. */
  processorTime(): Promise<number>;
  /** Rejects when the process ends by itself. */
  readonly died: Promise<never>;
  /** Ends it and deletes what it kept. */
  stop(): Promise<void>;
}

/** Bots are tried with a database of their own, and as many messages a minute as they can take. */
const UNLIMITED = { LIMIT_PER_PERSON: '9999999', LIMIT_TOTAL: '9999999' };

/** Starts `node` with these arguments and variables. */
export async function startBot(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<BotProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'aga-throughput-'));
  const child = spawn(process.execPath, args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { PATH: process.env.PATH, DATABASE_FILE: join(folder, 'aga.db'), ...UNLIMITED, ...variables },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const died = ended.then(([code]): never => {
    throw new Error(`the bot ended with ${String(code)}`);
  });
  died.catch(() => {});
  return {
    processorTime: () => processorTime(child),
    died,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** Clock ticks of the kernel's accounts, in milliseconds: `sysconf(_SC_CLK_TCK)` is 100 on Linux. */
const TICK = 10;

/** User and system time, the 14th and 15th fields of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function processorTime({ pid }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return TICK * (Number(afterName[11]) + Number(afterName[12]));
}

/** A port that was free a moment ago: the address of a webhook must name it before the bot opens it. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}
