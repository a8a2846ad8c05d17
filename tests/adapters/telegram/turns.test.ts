import { expect, it } from 'vitest';
import { createTurns } from '../../../adapters/telegram/turns.ts';

it('keeps the order of a key, and lets no key wait for another', async () => {
  const turns = createTurns();
  const order: string[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const first = turns.take('a', async () => {
    await gate;
    order.push('first');
    throw new Error('x');
  });
  const second = turns.take('a', async () => order.push('second'));
  await turns.take('b', async () => order.push('other'));
  open();
  await expect(first).rejects.toThrow('x');
  await second;
  expect(order).toEqual(['other', 'first', 'second']);
});

it('waits for what is under way, also when it fails', async () => {
  const turns = createTurns();
  const failed = turns.take('a', () => Promise.reject(new Error('x'))).catch(() => 'caught');
  void turns.take('b', () => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(turns.size()).toBe(2);
  expect(await turns.drain(5_000)).toBe(0);
  expect(await failed).toBe('caught');
});

it('does not wait for ever', async () => {
  const turns = createTurns();
  void turns.take('a', () => new Promise(() => {}));
  expect(await turns.drain(20)).toBe(1);
});
