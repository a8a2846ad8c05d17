import { expect, it } from 'vitest';
import { createLater } from '../../src/store/later.ts';

it('writes together what comes in one moment, in order, without being asked', async () => {
  const writes: (readonly number[])[] = [];
  const later = createLater<number>(async (items) => void writes.push(items));
  await Promise.all([later.add(1), later.add(2), later.add(3)]);
  await later.add(4);
  expect(writes).toEqual([[1, 2, 3], [4]]);
});

it('writes at once what waits when that is asked, and tells when it is written', async () => {
  const writes: (readonly number[])[] = [];
  let finish: () => void = () => {};
  const later = createLater<number>(async (items) => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    writes.push(items);
  });
  const added = later.add(1);
  const written = later.written();
  await Promise.resolve();
  await Promise.resolve();
  finish();
  await written;
  expect(writes).toEqual([[1]]);
  await added;
  await later.written();
});

it('tells each of those whose write failed, and goes on', async () => {
  let isDown = true;
  const later = createLater<number>(async () => {
    if (isDown) throw new Error('down');
  });
  const both = [later.add(1), later.add(2)];
  await later.written();
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isDown = false;
  await expect(later.add(3)).resolves.toBeUndefined();
});
