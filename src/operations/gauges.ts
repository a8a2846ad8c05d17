import type { Adapter } from '../messaging/index.ts';
import type { Metrics } from './metrics.ts';

/** What can be read of the process at any time. */
export interface ProcessFacts {
  readonly version: string;
  readonly underWay: () => number;
  /** Messages that wait in the outbox. */
  readonly waiting: () => number;
  readonly index: () => { readonly documents: number; readonly passages: number; readonly loadedAt: Date };
  readonly adapters: readonly Adapter[];
  readonly now: () => Date;
}

/** Declares the gauges of the process itself; other rooms declare their own. */
export function declareGauges(
  metrics: Metrics,
  { version, underWay, waiting, index, adapters, now }: ProcessFacts,
): void {
  const one = (name: string, help: string, value: () => number): void =>
    metrics.gauge(name, help, () => [{ value: value() }]);
  metrics.gauge('aga_build_info', 'Always 1; the label has the version.', () => [
    { labels: { version }, value: 1 },
  ]);
  one('aga_messages_under_way', 'Messages whose answer has not been delivered yet.', underWay);
  one('aga_outbox_waiting', 'Messages owed to people that wait to be sent.', waiting);
  one('aga_index_documents', 'Documents that answers are taken from.', () => index().documents);
  one('aga_index_passages', 'Passages that answers are taken from.', () => index().passages);
  one('aga_index_age_seconds', 'Time since the index was made.', () =>
    Math.max(0, (now().getTime() - index().loadedAt.getTime()) / 1_000),
  );
  metrics.gauge('aga_adapter_connected', '1 when the platform can be reached, else 0.', () =>
    adapters.map((adapter) => ({
      labels: { adapter: adapter.name },
      value: isConnected(adapter) ? 1 : 0,
    })),
  );
  one('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
  one('process_uptime_seconds', 'Time since the process started.', () => process.uptime());
}

/** Whether an adapter can be reached; one that does not tell always can. */
export function isConnected(adapter: Adapter): boolean {
  return adapter.isConnected?.() ?? true;
}
