import { describe, expect, it } from 'vitest';
import { notReady } from '../../src/operations/readiness.ts';

describe('notReady', () => {
  it('names what is not ready, in order', async () => {
    expect(
      await notReady([
        { name: 'index', isReady: () => true },
        { name: 'telegram', isReady: () => false },
        { name: 'store', isReady: async () => Promise.reject(new Error('down')) },
        { name: 'slack', isReady: async () => true },
        {
          name: 'bug',
          isReady: () => {
            throw new Error('a bug');
          },
        },
      ]),
    ).toEqual(['telegram', 'store', 'bug']);
  });

  it('names nothing when all is ready, or nothing is looked at', async () => {
    expect(await notReady([{ name: 'index', isReady: () => true }])).toEqual([]);
    expect(await notReady([])).toEqual([]);
  });
});
