import { inTime } from './in-time.ts';

/** Names and values of the labels of one series. Values are words of the code, never of a person. */
export type Labels = Readonly<Record<string, string>>;

/** One value of a gauge. */
export interface Sample {
  readonly labels?: Labels;
  readonly value: number;
}

/** The figures of the process, for Prometheus. A metric is declared once, by a name in its units. */
export interface Metrics {
  /** Declares a count that only grows; the function adds one. */
  counter(name: string, help: string): (labels: Labels) => void;
  /** Declares a distribution with these upper bounds, ascending; the function adds a value. */
  histogram(name: string, help: string, bounds: readonly number[]): (labels: Labels, value: number) => void;
  /** Declares what is read when the figures are asked for. A reading that fails or takes 2 s is left out. */
  gauge(name: string, help: string, read: () => readonly Sample[] | Promise<readonly Sample[]>): void;
  /** All figures in the text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/). */
  text(): Promise<string>;
}

/** Longest that a gauge may take to read, in milliseconds. */
const READING_TIME = 2_000;

/** What a label may hold; anything else could be free text, and becomes «other». */
const WORD = /^[\w.-]{1,40}$/;

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly lines: () => readonly string[] | Promise<readonly string[]>;
}

/** No figures yet. Declaring a name twice is a bug and throws. */
export function createMetrics(): Metrics {
  const metrics = new Map<string, Metric>();
  const declare = (metric: Metric): void => {
    if (metrics.has(metric.name)) throw new Error(`The metric ${metric.name} is declared twice`);
    metrics.set(metric.name, metric);
  };
  return {
    counter(name, help) {
      const counts = new Map<string, number>();
      const lines = () => [...counts].map(([labels, count]) => `${name}${labels} ${count}`);
      declare({ name, help, type: 'counter', lines });
      return (labels) => {
        const key = written(labels);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      };
    },
    histogram(name, help, bounds) {
      const all = new Map<string, Distribution>();
      const lines = () => [...all.values()].flatMap((one) => distributionLines(name, bounds, one));
      declare({ name, help, type: 'histogram', lines });
      return (labels, value) => {
        const key = written(labels);
        const one = all.get(key) ?? { labels, counts: bounds.map(() => 0), count: 0, sum: 0 };
        const counts = one.counts.map((count, index) => count + (value <= (bounds[index] ?? 0) ? 1 : 0));
        all.set(key, { labels, counts, count: one.count + 1, sum: one.sum + value });
      };
    },
    gauge(name, help, read) {
      const lines = async () =>
        (await read()).map(({ labels = {}, value }) => `${name}${written(labels)} ${value}`);
      declare({ name, help, type: 'gauge', lines });
    },
    async text() {
      const parts = await Promise.all([...metrics.values()].map(metricText));
      return parts.join('');
    },
  };
}

async function metricText({ name, help, type, lines }: Metric): Promise<string> {
  const read = await inTime(async () => lines(), READING_TIME, []);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...read].map((line) => `${line}\n`).join('');
}

interface Distribution {
  readonly labels: Labels;
  /** How many values are at most each bound. */
  readonly counts: readonly number[];
  readonly count: number;
  readonly sum: number;
}

function distributionLines(
  name: string,
  bounds: readonly number[],
  { labels, counts, count, sum }: Distribution,
): readonly string[] {
  const buckets = bounds.map((bound, index) => [String(bound), counts[index] ?? 0] as const);
  return [
    ...[...buckets, ['+Inf', count] as const].map(
      ([le, below]) => `${name}_bucket${written(labels, `le="${le}"`)} ${below}`,
    ),
    `${name}_sum${written(labels)} ${sum}`,
    `${name}_count${written(labels)} ${count}`,
  ];
}

/** `{platform="console",status="answered"}`, or nothing without labels. */
function written(labels: Labels, last?: string): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${WORD.test(value) ? value : 'other'}"`,
  );
  const all = last === undefined ? pairs : [...pairs, last];
  return all.length === 0 ? '' : `{${all.join(',')}}`;
}
