import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { builtMain, memoryOptions } from '../support/built.ts';

/** The built process, on Telegram. */
export interface Bot {
  /** Resolves once messages can come; rejects with the end of the log when the process ends before. */
  readonly ready: Promise<void>;
  log(): string;
  /** Ends the process at once (`kill -9`). Resolves when it is gone. */
  kill(): Promise<void>;
  /** Memory of the process that is in the machine's, in megabytes. */
  megabytes(): number;
  /** Time that processors have worked for the process, in milliseconds, to the hundredth of a second. */
  workTime(): number;
}

/** Starts the built process in `folder` as `npm start` does, with only `env`, the search path and no limits for people. */
export function startBot(folder: string, env: Readonly<Record<string, string>>): Bot {
  const child = spawn(process.execPath, [...memoryOptions, builtMain], {
    cwd: folder,
    env: { PATH: process.env.PATH, LIMIT_PER_PERSON: '9999999', LIMIT_TOTAL: '9999999', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  let log = '';
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      log = `${log}${chunk.toString('utf8')}`.slice(-20_000);
      if (log.includes('telegram.started')) resolve();
    });
    gone.then(() => reject(new Error(`the process ended:\n${log}`)), reject);
  });
  ready.catch(() => {});
  return {
    ready,
    log: () => log,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    megabytes: () => {
      const [, kilobytes] =
        /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kilobytes) / 1024;
    },
    workTime: () => {
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return 10 * (Number(fields[11]) + Number(fields[12]));
    },
  };
}
