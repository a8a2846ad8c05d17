import { describe, expect, it } from 'vitest';
import { declareGauges, isConnected } from '../../src/operations/gauges.ts';
import { createMetrics } from '../../src/operations/metrics.ts';

const run = async (): Promise<void> => {};
const ADAPTERS = [
  { name: 'console', run },
  { name: 'telegram', run, isConnected: () => true },
  { name: 'slack', run, isConnected: () => false },
];

describe('declareGauges', () => {
  it('reads the process as it is now', async () => {
    const metrics = createMetrics();
    let now = new Date('2026-01-02T03:04:05Z');
    declareGauges(metrics, {
      waiting: () => 7,
      version: '1.2.3',
      underWay: () => 4,
      index: () => ({ documents: 5, passages: 6, loadedAt: new Date('2026-01-02T03:04:05Z') }),
      adapters: ADAPTERS,
      now: () => now,
    });
    now = new Date('2026-01-02T03:05:05.500Z');
    const lines = (await metrics.text()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'aga_build_info{version="1.2.3"} 1',
        'aga_messages_under_way 4',
        'aga_index_documents 5',
        'aga_index_passages 6',
        'aga_index_age_seconds 60.5',
        'aga_adapter_connected{adapter="console"} 1',
        'aga_adapter_connected{adapter="telegram"} 1',
        'aga_adapter_connected{adapter="slack"} 0',
      ]),
    );
    const memory = lines.find((line) => line.startsWith('process_resident_memory_bytes '));
    expect(Number(memory?.split(' ')[1])).toBeGreaterThan(1_000_000);
  });
});

describe('isConnected', () => {
  it('takes an adapter that does not tell for one that is', () => {
    expect(ADAPTERS.map(isConnected)).toEqual([true, true, false]);
  });
});
