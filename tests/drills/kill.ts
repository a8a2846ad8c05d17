import { setTimeout as sleep } from 'node:timers/promises';
import { type Bot, startBot } from './bot.ts';
import type { DrillPlace } from './places.ts';
import type { Totals } from './tally.ts';
import { type DrillTelegram, startDrillTelegram } from './telegram.ts';
import { until } from './until.ts';

/** What a drill with kills found. */
export interface KillTotals extends Totals {
  readonly kills: number;
  /** Most duplicates that one kill made. */
  readonly mostAfterOneKill: number;
  /** What the store still owes at the end. */
  readonly stillOwed: number;
}

/** How hard a drill is. */
export interface KillEffort {
  readonly kills: number;
  /** Milliseconds that a call to Telegram takes more: in the half of them a kill leaves what arrived unrecorded. */
  readonly delay: number;
  /** Whether the minute after the last kill is made to pass at once, in the store. */
  readonly isShort: boolean;
}

/** Longest life of a process once it is connected, in milliseconds. */
const LONGEST_LIFE = 1_200;

const QUESTIONS_PER_SECOND = 20;

/** Milliseconds for all that is owed to arrive after the last kill: a process counts as gone after a minute. */
const PATIENCE = 300_000;

/** People ask steadily while the process is killed at random moments and started again. */
export async function killDrill(place: DrillPlace, effort: KillEffort): Promise<KillTotals> {
  const telegram = await startDrillTelegram({ delay: effort.delay });
  const stopAsking = telegram.askSteadily(QUESTIONS_PER_SECOND);
  return killing(place, telegram, effort, stopAsking);
}

/** Kills the process again and again, then lets one live until the store owes nothing any more. */
export async function killing(
  place: DrillPlace,
  { server, tally, env }: DrillTelegram,
  { kills, isShort }: Pick<KillEffort, 'kills' | 'isShort'>,
  stopAsking: () => void = () => {},
): Promise<KillTotals> {
  const starts: number[] = [];
  let bot: Bot | undefined;
  try {
    while (starts.length < kills) {
      starts.push(performance.now());
      bot = startBot(place.folder, { ...env, ...place.env });
      await bot.ready;
      await sleep(Math.random() * LONGEST_LIFE);
      await bot.kill();
      if (starts.length % 20 === 0) process.stderr.write(`${starts.length} kills\n`);
    }
    stopAsking();
    if (isShort) await place.letMinutePass();
    bot = startBot(place.folder, { ...env, ...place.env });
    await bot.ready;
    const isDone = async () => tally.totals().lost === 0 && (await place.owed()) === 0;
    await until(isDone, PATIENCE);
    return {
      kills,
      ...tally.totals(),
      mostAfterOneKill: tally.mostDuplicates(starts),
      stillOwed: await place.owed(),
    };
  } finally {
    stopAsking();
    await bot?.kill();
    await server.close();
  }
}
