import { expect, it } from 'vitest';
import { createPace } from '../../../adapters/telegram/pace.ts';

it('gives each piece of work a turn of the event loop of its own, in order', async () => {
  const paced = createPace();
  const order: string[] = [];
  const work = ['a', 'b', 'c'].map(async (name) => {
    await paced();
    order.push(name);
    setImmediate(() => order.push(`after ${name}`));
  });
  await Promise.all(work);
  expect(order).toEqual(['a', 'after a', 'b', 'after b', 'c']);
});
