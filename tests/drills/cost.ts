import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readShipped } from '../../bench/shipped.ts';
import { startTelegramServer } from '../support/telegram-server.ts';
import { text } from '../support/telegram-updates.ts';
import { startBot } from './bot.ts';

/** What a process took: the median of all turns, and the most memory of all runs. */
interface Cost {
  /** Milliseconds of processor time for an answer, all threads together. */
  readonly workPerAnswer: number;
  readonly megabytesAtStart: number;
  readonly megabytesLater: number;
}

/** What keeping costs at the shipped knowledge. */
export interface CostTotals {
  readonly runs: number;
  readonly turns: number;
  readonly answers: number;
  readonly withStore: Cost;
  readonly withoutStore: Cost;
  /** Part of its throughput that a process loses to its store, when it has a processor of its own. */
  readonly lostThroughput: number;
}

/** A process that answers when it is its turn. */
interface Measured {
  /** Has people ask until `answers` are given, and resolves with the milliseconds of work for each. */
  turn(answers: number): Promise<number>;
  readonly megabytesAtStart: number;
  megabytes(): number;
  stop(): Promise<void>;
}

/** People who write, each the next question once the last one is answered. */
const PEOPLE = 50;

/** Answers before the measured ones. */
const WARM_UP = 1_000;

/** No folder can be made there, so the process runs without a store. */
const NOWHERE = '/dev/null/aga.db';

/** Milliseconds after the start in which its garbage may be collected. */
const SETTLING = 1_000;

/**
 * Measures a process with its store and one without it in turns of `answers` each, since a machine is faster at one
 * time than at another; and in each of `runs` two new ones, since a process may be compiled faster than another.
 */
export async function costDrill(runs: number, turns: number, answers: number): Promise<CostTotals> {
  const { task } = await readShipped(new Date());
  const questions = task.questions.map(({ text: words }) => words);
  const kept: Run[] = [];
  const unkept: Run[] = [];
  for (let run = 0; run < runs; run += 1) {
    const pair = [await start(questions, {}), await start(questions, { DATABASE_FILE: NOWHERE })] as const;
    try {
      const works = pair.map((): number[] => []);
      for (const process of pair) await process.turn(WARM_UP);
      for (let turn = 0; turn < turns; turn += 1)
        for (const [index, process] of pair.entries()) works[index]?.push(await process.turn(answers));
      for (const [index, each] of [kept, unkept].entries()) {
        const { megabytesAtStart = 0, megabytes = () => 0 } = pair[index] ?? {};
        each.push({ works: works[index] ?? [], megabytesAtStart, megabytesLater: megabytes() });
      }
    } finally {
      for (const process of pair) await process.stop();
    }
  }
  const [withStore, withoutStore] = [costOf(kept), costOf(unkept)];
  const lostThroughput = 1 - withoutStore.workPerAnswer / withStore.workPerAnswer;
  return { runs, turns, answers, withStore, withoutStore, lostThroughput };
}

/** One process: what each of its turns cost, and its memory. */
interface Run {
  readonly works: readonly number[];
  readonly megabytesAtStart: number;
  readonly megabytesLater: number;
}

function costOf(runs: readonly Run[]): Cost {
  return {
    workPerAnswer: median(runs.flatMap(({ works }) => works)),
    megabytesAtStart: Math.max(...runs.map(({ megabytesAtStart }) => megabytesAtStart)),
    megabytesLater: Math.max(...runs.map(({ megabytesLater }) => megabytesLater)),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

async function start(questions: readonly string[], env: Readonly<Record<string, string>>): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'aga-drill-'));
  const waiting = new Set<number>();
  let asked = 0;
  let left = 0;
  let done: () => void = () => {};
  const server = await startTelegramServer({
    onSent: ({ chat }) => {
      // The second message of a long answer finds nobody waiting.
      if (!waiting.delete(Number(chat))) return;
      left -= 1;
      if (left >= PEOPLE) ask(Number(chat));
      if (left === 0) done();
    },
  });
  function ask(chat: number): void {
    const words = questions[asked % questions.length] ?? '';
    asked += 1;
    waiting.add(chat);
    server.push(
      text(words, {
        chat: { id: chat, type: 'private', first_name: 'A' },
        from: { id: chat, is_bot: false, first_name: 'A', language_code: 'es' },
      }),
    );
  }
  const bot = startBot(folder, {
    TELEGRAM_BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.root,
    ...env,
  });
  async function stop(): Promise<void> {
    await bot.kill();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  try {
    await bot.ready;
    const hasStore = bot.log().includes('store is open');
    if (hasStore === (env.DATABASE_FILE === NOWHERE)) throw new Error(`not as it should be:\n${bot.log()}`);
  } catch (error) {
    await stop();
    throw error;
  }
  await sleep(SETTLING);
  return {
    megabytesAtStart: Math.round(bot.megabytes()),
    megabytes: () => Math.round(bot.megabytes()),
    async turn(answers) {
      const before = bot.workTime();
      left = answers;
      const ended = new Promise<void>((resolve) => {
        done = resolve;
      });
      for (let chat = 1; chat <= PEOPLE; chat += 1) ask(chat);
      await ended;
      return (bot.workTime() - before) / answers;
    },
    stop,
  };
}
