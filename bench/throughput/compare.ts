import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { builtMain, ensureBuilt } from '../../tests/support/built.ts';
import { writeReport } from '../report.ts';
import { readShipped } from '../shipped.ts';
import { type Run, throughputTable } from '../tables.ts';
import { freePort, startBot } from './bot-process.ts';
import { createCrowd } from './closed-loop.ts';

/** A platform of our own on the loopback, for one bot. */
export interface Platform {
  /** What the bot must be told to find it. */
  readonly variables: Readonly<Record<string, string>>;
  /** Whether the bot can be written to. */
  isReady(): boolean;
  /** Brings a person's question to the bot. Persons count from 0. */
  ask(person: number, question: string): void;
  /** What the bot asked that was refused. */
  refused(): readonly unknown[];
  close(): Promise<void>;
}

/** Opens a platform whose bot listens on `port` if it listens; `answered` is to hear of each answer. */
export type OpenPlatform = (answered: (person: number) => void, port: number) => Promise<Platform>;

/** What is compared: the whole bot and an echo, in each of these ways to reach a platform. */
export interface Comparison {
  /** The script of `bench/package.json`. */
  readonly script: string;
  /** The place of the tables in the README. */
  readonly place: string;
  /** The echo: its name, and its file beside this one. */
  readonly echo: { readonly name: string; readonly file: string };
  readonly modes: readonly { readonly name: string; readonly open: OpenPlatform }[];
}

const PEOPLE = 200;

/** Milliseconds that a call to the platform and its answer take more than on the loopback: half each way. */
export const DELAY = 200;

/** Milliseconds between a bot's readiness and the first question, and the longest wait for it. */
const SETTLING = 1_000;
const STARTING = 30_000;

const { values: options } = parseArgs({
  options: {
    /** A short run, to see that it works; the README stays as it is. */
    quick: { type: 'boolean', default: false },
  },
});

/** Runs of each bot, answers before it is measured, and milliseconds that it is. */
const effort = options.quick
  ? { runs: 1, warmUp: 1_000, duration: 3_000 }
  : { runs: 5, warmUp: 2_000, duration: 8_000 };

/** Measures both bots in turns, prints the tables and, unless the run is a short one, puts them into the README. */
export async function compare({ script, place, echo, modes }: Comparison): Promise<void> {
  const now = new Date();
  const load = loadavg()[0] ?? Number.NaN;
  const { task } = await readShipped(now);
  const questions = task.questions.map(({ text }) => text);
  ensureBuilt();
  const bots = [
    { name: 'AGA', args: [builtMain] },
    { name: echo.name, args: ['--import', 'tsx', fileURLToPath(new URL(echo.file, import.meta.url))] },
  ];

  const rows: (Run & { readonly name: string })[] = [];
  const ratios: { readonly name: string; readonly ratio: number }[] = [];
  for (const { name: mode, open } of modes) {
    const runs: Run[][] = bots.map(() => []);
    for (let turn = 0; turn < effort.runs; turn += 1) {
      for (const [index, { name, args }] of bots.entries()) {
        const run = await measure(args, open, questions);
        process.stderr.write(`${mode}, ${name}: ${run.perSecond.toFixed(1)} answers/s\n`);
        runs[index]?.push(run);
      }
    }
    const [ours, bare] = runs.map(middleOf);
    if (ours === undefined || bare === undefined) throw new Error('nothing was measured');
    rows.push({ name: `AGA, ${mode}`, ...ours }, { name: `${echo.name}, ${mode}`, ...bare });
    ratios.push({ name: mode, ratio: ours.perSecond / bare.perSecond });
  }

  const machine = `Node ${process.versions.node}, ${availableParallelism()} núcleos con carga ${load.toFixed(1)} al empezar`;
  const made = `\`npm --prefix bench run ${script}\`, ${machine}, ${now.toISOString().slice(0, 10)}`;
  const report = `${made}\n\n${throughputTable(rows, ratios)}`;
  console.log(report);
  if (!options.quick) await writeReport(new URL('../README.md', import.meta.url), { [place]: report });
}

/** One bot in a process of its own, and everybody who writes to it. */
async function measure(
  args: readonly string[],
  open: OpenPlatform,
  questions: readonly string[],
): Promise<Run> {
  let asked = 0;
  const port = await freePort();
  const platform = await open((person) => crowd.answered(person), port);
  const crowd = createCrowd(PEOPLE, (person) => {
    platform.ask(person, questions[asked % questions.length] ?? '');
    asked += 1;
  });
  const bot = await startBot(args, { PORT: String(port), ...platform.variables });
  try {
    await Promise.race([ready(platform), bot.died]);
    await crowd.warmUp(effort.warmUp);
    const own = process.cpuUsage();
    const before = await bot.processorTime();
    const seen = await crowd.measure(effort.duration);
    const { user, system } = process.cpuUsage(own);
    const refused = platform.refused();
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused.slice(0, 3))}`);
    return {
      ...seen,
      bot: ((await bot.processorTime()) - before) / seen.answers,
      platform: (user + system) / 1_000 / seen.answers,
    };
  } finally {
    await bot.stop();
    await platform.close();
  }
}

async function ready(platform: Platform): Promise<void> {
  const deadline = performance.now() + STARTING;
  while (!platform.isReady()) {
    if (performance.now() > deadline) throw new Error('the bot did not start in half a minute');
    await sleep(10);
  }
  await sleep(SETTLING);
}

/** The run in the middle by answers a second. */
function middleOf(runs: readonly Run[]): Run {
  const sorted = runs.toSorted((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}
