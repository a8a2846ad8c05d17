/**
 * Answers per second of the whole bot and of a bare Bolt app: 200 persons in direct conversations, each of whom
 * asks again as soon as the answer is there; a Slack of our own, in this process, answers each call after 200 ms.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { builtMain, ensureBuilt } from '../../tests/support/built.ts';
import { signed } from '../../tests/support/slack-bot.ts';
import { callback, directMessage } from '../../tests/support/slack-events.ts';
import { slackManifest } from '../../tests/support/slack-manifest.ts';
import { IDENTITY } from '../../tests/support/slack-methods.ts';
import { type SlackServer, startSlackServer } from '../../tests/support/slack-server.ts';
import { writeReport } from '../report.ts';
import { readShipped } from '../shipped.ts';
import { table } from '../tables.ts';

const USERS = 200;
const DELAY = 200;
const WARM_UP = 4_000;
const MEASURED = 10_000;
/** How often each is measured, in turns. */
const ROUNDS = 2;

type Mode = 'socket' | 'http';
type Bot = 'aga' | 'echo';

const echo = fileURLToPath(new URL('slack-echo.ts', import.meta.url));
const now = new Date();
const { questions } = (await readShipped(now)).task;
ensureBuilt();

const rows: string[][] = [];
for (const mode of ['socket', 'http'] as const) {
  const rates: Record<Bot, number[]> = { aga: [], echo: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const bot of ['echo', 'aga'] as const) {
      rates[bot].push(await measure(mode, bot));
      process.stderr.write(`${mode} ${bot}: ${rates[bot].at(-1)?.toFixed(0)}\n`);
    }
  const [aga, bare] = [mean(rates.aga), mean(rates.echo)];
  rows.push([
    mode === 'socket' ? 'Socket Mode' : 'HTTP',
    aga.toFixed(0),
    bare.toFixed(0),
    (aga / bare).toFixed(2),
  ]);
}
const report = table(['', 'AGA, respuestas/s', 'eco de Bolt, respuestas/s', 'AGA ÷ eco'], rows);
const made = `\`npm --prefix bench run throughput:slack\`, Node ${process.versions.node}, ${now.toISOString().slice(0, 10)}`;
console.log(report);
await writeReport(new URL('../README.md', import.meta.url), { 'rendimiento-slack': `${made}\n\n${report}` });

/** Answers per second of one bot, in a process of its own. */
async function measure(mode: Mode, bot: Bot): Promise<number> {
  const server = await startSlackServer(slackManifest, DELAY);
  const port = await freePort();
  const child = start(mode, bot, server, port);
  try {
    await ready(child, mode);
    const deliver = (user: number, text: string) => {
      const body = callback(directMessage(text, { channel: channelOf(user), user: `U${user}` }));
      if (mode === 'socket') return server.push(body);
      return fetch(`http://127.0.0.1:${port}/slack/events`, signed(body)).then(() => {});
    };
    return await ask(server, deliver);
  } finally {
    child.kill('SIGKILL');
    await server.close();
  }
}

function start(mode: Mode, bot: Bot, server: SlackServer, port: number): ChildProcess {
  const events =
    mode === 'socket'
      ? { SLACK_APP_TOKEN: IDENTITY.appToken }
      : { SLACK_SIGNING_SECRET: IDENTITY.signingSecret };
  return spawn(process.execPath, bot === 'aga' ? [builtMain] : ['--import', 'tsx', echo], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: IDENTITY.botToken,
      SLACK_API_URL: server.apiUrl,
      PORT: String(port),
      LOG_LEVEL: 'info',
      ...events,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function ready(child: ChildProcess, mode: Mode): Promise<void> {
  const wanted = mode === 'socket' ? 'slack.connected' : 'slack.started';
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      if (log.length < 100_000) log += chunk.toString();
      if (log.includes(wanted)) resolve();
    });
    child.once('exit', () => reject(new Error(`the bot ended: ${log}`)));
  });
}

/** Lets everybody ask until the time is over; counts the answers that came after the first seconds. */
async function ask(
  server: SlackServer,
  deliver: (user: number, text: string) => Promise<void>,
): Promise<number> {
  let isOver = false;
  const waiting = new Map<string, () => void>();
  const person = async (user: number) => {
    for (let turn = 0; !isOver; turn += 1) {
      const question = questions[(user + turn * USERS) % questions.length]?.text ?? '';
      const answered = new Promise<void>((resolve) => waiting.set(channelOf(user), resolve));
      void deliver(user, question).catch(() => {});
      await answered;
    }
  };
  const watch = async () => {
    for (let read = 0; !isOver; await sleep(1))
      for (; read < server.posted.length; read += 1) waiting.get(server.posted[read]?.channel ?? '')?.();
  };
  const people = Array.from({ length: USERS }, (_, user) => person(user));
  const watching = watch();
  await sleep(WARM_UP);
  const before = server.posted.length;
  const since = performance.now();
  await sleep(MEASURED);
  const rate = ((server.posted.length - before) / (performance.now() - since)) * 1_000;
  isOver = true;
  for (const answered of waiting.values()) answered();
  await Promise.all([...people, watching]);
  if (server.refused.length > 0) throw new Error(`refused: ${JSON.stringify(server.refused.slice(0, 3))}`);
  return rate;
}

function channelOf(user: number): string {
  return `D${user}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
