import { expect, it } from 'vitest';
import { createUnderWay } from '../../../adapters/telegram/under-way.ts';

it('waits for what is under way, also when it fails', async () => {
  const underWay = createUnderWay();
  const failed = underWay.track(Promise.reject(new Error('x'))).catch(() => 'caught');
  void underWay.track(new Promise((resolve) => setTimeout(resolve, 20)));
  expect(underWay.size()).toBe(2);
  expect(await underWay.drain(5_000)).toBe(0);
  expect(await failed).toBe('caught');
});

it('does not wait for ever', async () => {
  const underWay = createUnderWay();
  void underWay.track(new Promise(() => {}));
  expect(await underWay.drain(20)).toBe(1);
});
