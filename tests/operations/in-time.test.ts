import { describe, expect, it } from 'vitest';
import { inTime } from '../../src/operations/in-time.ts';

describe('inTime', () => {
  it('gives what the task gives', async () => {
    expect(await inTime(async () => 1, 1_000, 0)).toBe(1);
  });

  it('gives the other value when the task fails or is late', async () => {
    const fails = async (): Promise<number> => {
      throw new Error('down');
    };
    expect(await inTime(fails, 1_000, 0)).toBe(0);
    expect(await inTime(() => new Promise<number>(() => {}), 1, 0)).toBe(0);
  });
});
