import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readShipped } from '../../bench/shipped.ts';
import { startTelegramServer } from '../support/telegram-server.ts';
import { text } from '../support/telegram-updates.ts';
import { startBot } from './bot.ts';

/** What one process took. */
interface Cost {
  /** Milliseconds of processor time for an answer, all threads together: other work on the machine adds little. */
  readonly workPerAnswer: number;
  readonly megabytesAtStart: number;
  readonly megabytesLater: number;
}

/** What keeping costs at the shipped knowledge. */
export interface CostTotals {
  readonly answers: number;
  readonly withStore: Cost;
  readonly withoutStore: Cost;
  /** Part of its throughput that a process loses to its store, when it has a processor of its own. */
  readonly lostThroughput: number;
}

/** People who write, each the next question once the last one is answered. */
const PEOPLE = 50;

/** Answers before the measured ones. */
const WARM_UP = 500;

/** No folder can be made there, so the process runs without a store. */
const NOWHERE = '/dev/null/aga.db';

/** Milliseconds after the start in which its garbage may be collected. */
const SETTLING = 1_000;

/** Measures the process with and without its store in turn; the run with the least work counts. */
export async function costDrill(answers: number, runs: number): Promise<CostTotals> {
  const { task } = await readShipped(new Date());
  const questions = task.questions.map(({ text: words }) => words);
  const kept: Cost[] = [];
  const unkept: Cost[] = [];
  for (let run = 0; run < runs; run += 1) {
    kept.push(await measure(questions, answers, {}));
    unkept.push(await measure(questions, answers, { DATABASE_FILE: NOWHERE }));
  }
  const [withStore, withoutStore] = [leastOf(kept), leastOf(unkept)];
  const lostThroughput = 1 - withoutStore.workPerAnswer / withStore.workPerAnswer;
  return { answers, withStore, withoutStore, lostThroughput };
}

function leastOf(costs: readonly Cost[]): Cost {
  const [least] = costs.toSorted((a, b) => a.workPerAnswer - b.workPerAnswer);
  if (least === undefined) throw new Error('nothing was measured');
  return least;
}

async function measure(
  questions: readonly string[],
  answers: number,
  env: Readonly<Record<string, string>>,
): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'aga-drill-'));
  const waiting = new Set<number>();
  let asked = 0;
  let answered = 0;
  let reached: () => void = () => {};
  let goal = WARM_UP;
  const server = await startTelegramServer({
    onSent: ({ chat }) => {
      // The second message of a long answer finds nobody waiting.
      if (!waiting.delete(Number(chat))) return;
      answered += 1;
      if (answered >= goal) reached();
      ask(Number(chat));
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
  const until = (total: number) =>
    new Promise<void>((resolve) => {
      goal = total;
      reached = resolve;
    });
  const bot = startBot(folder, {
    TELEGRAM_BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.root,
    ...env,
  });
  try {
    await bot.ready;
    const hasStore = bot.log().includes('store is open');
    if (hasStore === (env.DATABASE_FILE === NOWHERE)) throw new Error(`not as it should be:\n${bot.log()}`);
    await sleep(SETTLING);
    const megabytesAtStart = Math.round(bot.megabytes());
    const warm = until(WARM_UP);
    for (let chat = 1; chat <= PEOPLE; chat += 1) ask(chat);
    await warm;
    const before = bot.workTime();
    await until(WARM_UP + answers);
    const workPerAnswer = (bot.workTime() - before) / answers;
    return { workPerAnswer, megabytesAtStart, megabytesLater: Math.round(bot.megabytes()) };
  } finally {
    await bot.kill();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
