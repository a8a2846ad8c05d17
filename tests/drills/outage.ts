import { setTimeout as sleep } from 'node:timers/promises';
import { startBot } from './bot.ts';
import { oweMessages } from './outbox.ts';
import type { Cluster } from './places.ts';
import { createTally, type Totals } from './tally.ts';
import { startDrillTelegram } from './telegram.ts';
import { until } from './until.ts';

/** What was found when the database went away. */
export interface OutageTotals {
  readonly milliseconds: number;
  /** Questions of the whole drill. */
  readonly questions: Totals;
  /** Questions that were asked while the database was away, and how many of them were answered by then. */
  readonly askedMeanwhile: number;
  readonly answeredMeanwhile: number;
  /** Longest time to an answer, in milliseconds. */
  readonly longest: number;
  /** Messages of the outbox. */
  readonly messages: Totals;
  readonly stillOwed: number;
}

const QUESTIONS_PER_SECOND = 20;

/** Milliseconds for what is owed to arrive once the database is back. */
const PATIENCE = 180_000;

/** The database is stopped under load, just after messages were put into the outbox, and started again. */
export async function outageDrill(
  cluster: Cluster,
  milliseconds: number,
  messages: number,
): Promise<OutageTotals> {
  const owed = createTally(10_000_000);
  const telegram = await startDrillTelegram({ alsoTell: owed });
  const { server, tally, env } = telegram;
  const bot = startBot(cluster.folder, { ...env, ...cluster.env });
  let stopAsking = () => {};
  try {
    await bot.ready;
    stopAsking = telegram.askSteadily(QUESTIONS_PER_SECOND);
    await sleep(1_000);
    await oweMessages(cluster, { ...telegram, tally: owed }, messages);
    const before = tally.totals();
    await cluster.stop();
    await sleep(milliseconds);
    const after = tally.totals();
    await cluster.start();
    await sleep(1_000);
    stopAsking();
    const isDone = async () =>
      tally.totals().lost === 0 && owed.totals().lost === 0 && (await cluster.owed()) === 0;
    await until(isDone, PATIENCE);
    return {
      milliseconds,
      questions: tally.totals(),
      askedMeanwhile: after.asked - before.asked,
      answeredMeanwhile: after.arrived - before.arrived,
      longest: Math.round(tally.longest()),
      messages: owed.totals(),
      stillOwed: await cluster.owed(),
    };
  } finally {
    stopAsking();
    await bot.kill();
    await server.close();
  }
}

/** What was found when the database came after the process. */
export interface LateTotals {
  /** Questions of the whole drill, and how many were answered before the database came. */
  readonly questions: Totals;
  readonly answeredBefore: number;
  /** Messages that waited in the outbox of the database. */
  readonly messages: Totals;
  readonly stillOwed: number;
}

/** The process starts while its database is down; the database comes `milliseconds` later, and nobody restarts anything. */
export async function lateDrill(
  cluster: Cluster,
  milliseconds: number,
  messages: number,
): Promise<LateTotals> {
  const owed = createTally(10_000_000);
  const telegram = await startDrillTelegram({ alsoTell: owed });
  const { server, tally, env } = telegram;
  await oweMessages(cluster, { ...telegram, tally: owed }, messages);
  await cluster.stop();
  const bot = startBot(cluster.folder, { ...env, ...cluster.env });
  let stopAsking = () => {};
  try {
    await bot.ready;
    stopAsking = telegram.askSteadily(QUESTIONS_PER_SECOND);
    await sleep(milliseconds);
    const answeredBefore = tally.totals().arrived;
    await cluster.start();
    await until(() => owed.totals().lost === 0, PATIENCE);
    await sleep(1_000);
    stopAsking();
    await until(async () => tally.totals().lost === 0 && (await cluster.owed()) === 0, PATIENCE);
    return {
      questions: tally.totals(),
      answeredBefore,
      messages: owed.totals(),
      stillOwed: await cluster.owed(),
    };
  } finally {
    stopAsking();
    await bot.kill();
    await server.close();
  }
}
