import type { Count, Store, Unanswered } from '../store/index.ts';

/** Times between which a report counts; `until` is left out. */
export interface Period {
  readonly since: Date;
  readonly until: Date;
}

/** All that a report tells, before anything is suppressed. */
export interface Figures {
  readonly period: Period;
  readonly asked: number;
  readonly status: readonly Count[];
  readonly reason: readonly Count[];
  readonly platform: readonly Count[];
  readonly language: readonly Count[];
  readonly day: readonly Count[];
  readonly document: readonly Count[];
  readonly unanswered: readonly Unanswered[];
  readonly votes: { readonly useful: number; readonly useless: number };
  readonly reports: number;
  readonly tickets: readonly Count[];
  /** Median of the hours between a question to the team and its answer. */
  readonly hours: number | undefined;
}

const HOUR = 3_600_000;

/** Counts what was asked in a period. Rejects when the store can't be reached. */
export async function gather(
  { questions, votes, reports, tickets }: Pick<Store, 'questions' | 'votes' | 'reports' | 'tickets'>,
  period: Period,
): Promise<Figures> {
  const { since, until } = period;
  const [status, reason, platform, language, day, document] = await Promise.all(
    (['status', 'reason', 'platform', 'language', 'day', 'document'] as const).map((by) =>
      questions.countsBy(by, period),
    ),
  );
  const cast = await votes.counts(period);
  const sent = (await tickets.since(since)).filter(({ createdAt }) => createdAt < until);
  const statuses = [...new Set(sent.map((ticket) => ticket.status))];
  const waits = sent.flatMap(({ createdAt, answeredAt }) =>
    answeredAt === undefined ? [] : [(answeredAt.getTime() - createdAt.getTime()) / HOUR],
  );
  return {
    period,
    asked: sum((status ?? []).map(({ count }) => count)),
    status: status ?? [],
    reason: reason ?? [],
    platform: platform ?? [],
    language: language ?? [],
    day: [...(day ?? [])].sort((a, b) => a.value.localeCompare(b.value)),
    document: document ?? [],
    unanswered: await questions.unanswered(period),
    votes: {
      useful: sum(cast.map(({ useful }) => useful)),
      useless: sum(cast.map(({ useless }) => useless)),
    },
    reports: (await reports.since(since)).filter(({ at }) => at < until).length,
    tickets: statuses.map((value) => ({
      value,
      count: sent.filter((ticket) => ticket.status === value).length,
    })),
    hours: median(waits),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}
