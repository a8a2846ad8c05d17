import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { startBot } from './bot.ts';
import type { DrillPlace } from './places.ts';
import type { Totals } from './tally.ts';
import { questionIn, startDrillTelegram } from './telegram.ts';
import { until } from './until.ts';

const REPLICAS = 3;

/** Updates that are on their way to the replicas at the same time. */
const AT_ONCE = 40;

const SECRET = 'secreto-del-simulacro';

/** Milliseconds for the last answers. */
const PATIENCE = 30_000;

/** Several processes behind webhooks share a database; every update reaches two of them, or one of them twice. */
export async function replicasDrill(place: DrillPlace, questions: number): Promise<Totals> {
  const { server, tally, env } = await startDrillTelegram();
  const replicas = await Promise.all(
    Array.from({ length: REPLICAS }, async () => {
      const url = `http://127.0.0.1:${await freePort()}/telegram`;
      const webhook = {
        PORT: new URL(url).port,
        TELEGRAM_WEBHOOK_URL: url,
        TELEGRAM_WEBHOOK_SECRET: SECRET,
      };
      return { url, bot: startBot(place.folder, { ...env, ...place.env, ...webhook }) };
    }),
  );
  const anyUrl = (): string => replicas[Math.floor(Math.random() * REPLICAS)]?.url ?? '';
  let nextUpdate = 1;

  async function askSome(): Promise<void> {
    while (nextUpdate <= questions) {
      const chat = tally.owe();
      server.meet(chat);
      const update = { ...questionIn(chat), update_id: nextUpdate } as Update;
      nextUpdate += 1;
      await Promise.all([hand(update, anyUrl()), hand(update, anyUrl())]);
    }
  }

  try {
    await Promise.all(replicas.map(({ bot }) => bot.ready));
    await Promise.all(Array.from({ length: AT_ONCE }, askSome));
    await until(async () => tally.totals().lost === 0 && (await place.owed()) === 0, PATIENCE);
    await sleep(1_000);
    return tally.totals();
  } finally {
    await Promise.all(replicas.map(({ bot }) => bot.kill()));
    await server.close();
  }
}

/** Posts an update as Telegram does: again, until it is taken. */
async function hand(update: Update, url: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': SECRET };
  for (;;) {
    const sent = fetch(url, { method: 'POST', headers, body: JSON.stringify(update) });
    // A connection that breaks says nothing of the update.
    const status = await sent.then((response) => response.status).catch(() => 503);
    if (status === 200) return;
    if (status !== 503) throw new Error(`the webhook answered ${status}`);
    await sleep(200);
  }
}

/** A port that was free a moment ago: the webhook's address must name it before the process opens it. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}
