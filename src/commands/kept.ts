import { existsSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { bogotaDay } from '../bogota-day.ts';
import { storePlace } from '../config.ts';
import type { Environment } from '../environment.ts';
import { csvCell, gather, type Period, reportCsv, reportMarkdown } from '../report/index.ts';
import { openStore, reasonOf, type Store } from '../store/index.ts';
import { reportTexts } from '../texts/report.ts';

/** What the commands over the store need. `env` names the store as for the assistant itself. */
export interface KeptOptions {
  readonly env: Environment;
  readonly now: Date;
  readonly output: Writable;
  readonly errors: Writable;
}

/** What `aga report` and `aga inbox` are asked for, as written. */
export interface ReportOptions extends KeptOptions {
  readonly since: string | undefined;
  readonly format: string | undefined;
}

/** Days that a report goes back when none is named. */
const USUAL_DAYS = 30;
const DAY = 86_400_000;

/** `aga report`: figures that may be published. 0, or 1 without a store, or 2 when the request is not understood. */
export function report(options: ReportOptions): Promise<number> {
  return overStore(options, async (store, period) => {
    const figures = await gather(store, period);
    options.output.write(options.format === 'csv' ? reportCsv(figures) : reportMarkdown(figures));
  });
}

/** `aga inbox`: the questions without an answer, for the team alone. Exit codes as those of `report`. */
export function inbox(options: ReportOptions): Promise<number> {
  const { output, format } = options;
  return overStore(options, async ({ questions }, period) => {
    const unanswered = await questions.unanswered(period);
    if (format === 'csv') {
      const rows = unanswered.map(({ text, asked, askers, lastAt }) =>
        [text, String(asked), String(askers), bogotaDay(lastAt)].map(csvCell).join(','),
      );
      output.write(`${[reportTexts.inboxHeader, ...rows].join('\r\n')}\r\n`);
    } else if (unanswered.length === 0) output.write(`${reportTexts.inboxEmpty}\n`);
    else
      for (const { text, asked, askers, lastAt } of unanswered)
        output.write(
          `${reportTexts.inboxLine(text.replace(/\s+/g, ' '), asked, askers, bogotaDay(lastAt))}\n`,
        );
  });
}

/** `aga turn`: pauses a platform with a reason, or resumes it. Exit codes as those of `report`. */
export async function turn(
  options: KeptOptions,
  platform: string,
  to: string,
  reason: string,
): Promise<number> {
  const { output, errors } = options;
  if (platform === '' || (to !== 'on' && to !== 'off') || (to === 'off' && reason === '')) {
    errors.write(`${reportTexts.turnUsage}\n`);
    return 2;
  }
  return withStore(options, async ({ switches }) => {
    await switches.turn(platform, to, reason);
    output.write(
      `${to === 'on' ? reportTexts.turnedOn(platform) : reportTexts.turnedOff(platform, reason)}\n`,
    );
  });
}

async function overStore(
  options: ReportOptions,
  work: (store: Store, period: Period) => Promise<void>,
): Promise<number> {
  const { since, format = 'md', now, errors } = options;
  const refuse = (message: string): number => {
    errors.write(`${message}\n`);
    return 2;
  };
  if (format !== 'md' && format !== 'csv') return refuse(reportTexts.badFormat(format));
  if (since !== undefined && (!/^\d{4}-\d\d-\d\d$/.test(since) || Number.isNaN(Date.parse(since))))
    return refuse(reportTexts.badDay(since));
  const from =
    since === undefined ? new Date(now.getTime() - USUAL_DAYS * DAY) : new Date(`${since}T00:00:00-05:00`);
  return withStore(options, (store) => work(store, { since: from, until: now }));
}

async function withStore(
  { env, now, errors }: KeptOptions,
  work: (store: Store) => Promise<void>,
): Promise<number> {
  const place = storePlace(env);
  if ('file' in place && !existsSync(place.file)) {
    errors.write(`${reportTexts.noFile(place.file)}\n`);
    return 1;
  }
  try {
    const store = await openStore({ place, now: () => now });
    try {
      await work(store);
    } finally {
      await store.close();
    }
    return 0;
  } catch (error) {
    errors.write(`${reportTexts.noStore(reasonOf(error))}\n`);
    return 1;
  }
}
