import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startTelegramServer } from '../../tests/support/telegram-server.ts';
import { text } from '../../tests/support/telegram-updates.ts';
import { writeReport } from '../report.ts';
import { readShipped } from '../shipped.ts';
import { throughputTable } from '../tables.ts';
import { createCrowd, middleOf, type Throughput } from './closed-loop.ts';

const PEOPLE = 200;

/** Milliseconds that each call to Telegram takes more than on the loopback. */
const DELAY = 200;

/** Milliseconds between the bot's last word at start and the first question. */
const SETTLING = 1_000;

const SECRET = 'secreto-de-la-medicion';

const BOTS = {
  AGA: [fileURLToPath(new URL('../../dist/src/main.js', import.meta.url))],
  'grammY, eco': ['--import', 'tsx', fileURLToPath(new URL('telegram-echo.ts', import.meta.url))],
} as const;
type BotName = keyof typeof BOTS;
const NAMES: readonly BotName[] = ['AGA', 'grammY, eco'];

const { values: options } = parseArgs({
  options: {
    /** A short run, to see that it works; the README stays as it is. */
    quick: { type: 'boolean', default: false },
  },
});
const now = new Date();
/** Runs of each bot, answers before it is measured, and milliseconds that it is. */
const effort = options.quick
  ? { runs: 1, warmUp: 1_000, duration: 3_000 }
  : { runs: 5, warmUp: 3_000, duration: 8_000 };
const { task } = await readShipped(now);
const questions = task.questions.map(({ text: words }) => words);

const rows = [];
for (const mode of ['polling', 'webhook'] as const) {
  const runs = new Map<BotName, Throughput[]>(NAMES.map((name) => [name, []]));
  for (let turn = 0; turn < effort.runs; turn += 1) {
    for (const name of NAMES) {
      const measured = await measure(name, mode);
      process.stderr.write(`${mode}, ${name}: ${measured.perSecond.toFixed(1)} answers/s\n`);
      runs.get(name)?.push(measured);
    }
  }
  for (const name of NAMES) rows.push({ name: `${name}, ${mode}`, ...middleOf(runs.get(name) ?? []) });
}

const [polling, echoPolling, webhook, echoWebhook] = rows.map(({ perSecond }) => perSecond);
const ratios = [
  { name: 'polling', ratio: (polling ?? 0) / (echoPolling ?? 0) },
  { name: 'webhook', ratio: (webhook ?? 0) / (echoWebhook ?? 0) },
];
const command = `\`npm --prefix bench run throughput:telegram\`, Node ${process.versions.node}, ${now.toISOString().slice(0, 10)}`;
const report = `${command}\n\n${throughputTable(rows, ratios)}`;
console.log(report);
if (!options.quick) {
  await writeReport(new URL('../README.md', import.meta.url), { 'rendimiento-telegram': report });
}

/** One bot in a process of its own, and everybody who writes to it. */
async function measure(name: BotName, mode: 'polling' | 'webhook'): Promise<Throughput> {
  let asked = 0;
  const server = await startTelegramServer({
    delay: DELAY,
    onSent: ({ chat }) => crowd.answered(Number(chat) - 1),
  });
  const crowd = createCrowd(PEOPLE, (person) => {
    const id = person + 1;
    const from = { id, is_bot: false, first_name: 'A', language_code: 'es' };
    const update = text(questions[asked % questions.length] ?? '', {
      from,
      chat: { id, type: 'private', first_name: 'A' },
    });
    asked += 1;
    if (mode === 'polling') server.push(update);
    else server.deliver(update).catch(() => {});
  });
  const port = await freePort();
  const webhook = {
    PORT: String(port),
    TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
  };
  const child = spawn(process.execPath, BOTS[name], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      PATH: process.env.PATH,
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
      ...(mode === 'webhook' ? webhook : {}),
    },
    stdio: 'ignore',
  });
  try {
    const ready = mode === 'polling' ? 'deleteWebhook' : 'setWebhook';
    await Promise.race([server.until(() => server.callsOf(ready).length > 0, 30_000), died(child)]);
    await sleep(SETTLING);
    return await crowd.measure(effort.warmUp, effort.duration);
  } finally {
    child.kill('SIGKILL');
    await server.close();
  }
}

async function died(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`the bot ended with ${String(code)}`);
}

/** A port that was free a moment ago: the webhook's address must name it before the bot opens it. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}
