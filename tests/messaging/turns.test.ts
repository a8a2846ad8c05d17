import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/messaging/index.ts';

const never = () => new Promise<never>(() => {});

describe('turns', () => {
  it('go on after a task that fails, which rejects alone', async () => {
    const turns = createTurns();
    const failed = turns.take('a', () => Promise.reject(new Error('no')));
    const next = turns.take('a', async () => 'sí');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('sí');
    expect(await turns.drain(1_000)).toBe(0);
    expect(turns.size()).toBe(0);
  });

  it('run one after the other for a key, side by side for others', async () => {
    const turns = createTurns();
    const done: string[] = [];
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = turns.take('a', async () => {
      await gate;
      done.push('first');
    });
    const second = turns.take('a', async () => done.push('second'));
    await turns.take('b', async () => done.push('other'));
    open();
    await Promise.all([first, second]);
    expect(done).toEqual(['other', 'first', 'second']);
  });

  it('let what the first has ready go on before the last begin', async () => {
    const turns = createTurns();
    const order: string[] = [];
    const work = ['a', 'b', 'c'].map((name) =>
      turns.take(name, async () => {
        order.push(name);
        setImmediate(() => order.push(`after ${name}`));
      }),
    );
    await Promise.all(work);
    expect(order.filter((name) => name.length === 1)).toEqual(['a', 'b', 'c']);
    expect(order.indexOf('after a')).toBeLessThan(order.indexOf('c'));
  });

  it('are not waited for longer than said', async () => {
    const turns = createTurns();
    void turns.take('a', never);
    void turns.take('a', never);
    expect(await turns.drain(30)).toBe(2);
  });
});
