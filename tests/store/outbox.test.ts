import fc from 'fast-check';
import { expect, it } from 'vitest';
import { say } from '../../src/messaging/index.ts';
import type { ClaimedMessage, Outbox, Store } from '../../src/store/index.ts';
import type { OutgoingMessage } from '../../src/store/outbox.ts';
import { describeOnEachEngine } from '../support/engines.ts';

const PIGEON = ['pigeon'];

function outgoing(key: string, chat = 'c1', platform = 'pigeon'): OutgoingMessage {
  return { key, platform, to: { id: chat, kind: 'direct' }, reply: say('es', [key]), quote: `q-${key}` };
}

const textOf = ({ reply }: { readonly reply: OutgoingMessage['reply'] }): string => {
  const [block] = reply.blocks;
  return block?.kind === 'paragraph' ? (block.content[0]?.text ?? '') : '';
};

describeOnEachEngine('the outbox', ({ name, open, place, clock }) => {
  const claimOne = async (outbox: Outbox): Promise<ClaimedMessage> => {
    const [message] = await outbox.claim(1, PIGEON);
    if (message === undefined) throw new Error('nothing to claim');
    return message;
  };

  it('gives back what was put, once for each key', async () => {
    const { outbox } = await open();
    expect(await outbox.put(outgoing('a'))).toBe(true);
    expect(await outbox.put(outgoing('a', 'c2'))).toBe(false);
    expect(await outbox.claim(10, ['dove'])).toEqual([]);
    const message = await claimOne(outbox);
    const { key, ...rest } = outgoing('a');
    expect(message).toMatchObject({ ...rest, failures: 0 });
    expect(message.key).not.toBe(key);
    expect(await outbox.claim(10, PIGEON)).toEqual([]);
    await outbox.done(message);
    expect(await outbox.put(outgoing('a'))).toBe(false);
    expect(await outbox.claim(10, PIGEON)).toEqual([]);
    expect(await outbox.waiting()).toBe(0);
  });

  it('never gives a later message of a conversation before an earlier one is done or dropped', async () => {
    const { outbox } = await open();
    for (const [key, chat] of [
      ['a1', 'a'],
      ['a2', 'a'],
      ['b1', 'b'],
      ['a3', 'a'],
    ] as const)
      await outbox.put(outgoing(key, chat));
    const [a1, b1, ...more] = await outbox.claim(10, PIGEON);
    expect([a1, b1, more].map((one) => one && 'reply' in one && textOf(one))).toEqual(['a1', 'b1', false]);
    if (a1 === undefined) throw new Error('nothing claimed');
    await outbox.retry(a1, 5_000);
    expect(await outbox.claim(10, PIGEON)).toEqual([]);
    clock.advance(5_000);
    const again = await claimOne(outbox);
    expect([textOf(again), again.failures]).toEqual(['a1', 1]);
    await outbox.drop(again, 'blocked');
    const second = await claimOne(outbox);
    expect(textOf(second)).toBe('a2');
    await outbox.done(second);
    expect(textOf(await claimOne(outbox))).toBe('a3');
  });

  it('gives each message to one of several processes, in the order of its conversation', async () => {
    const here = await place();
    const stores: Store[] = [await open(here), await open(here), await open(here)];
    for (const { outbox } of stores) await outbox.claim(1, PIGEON);
    const chats = ['a', 'b', 'c', 'd', 'e'];
    const [first] = stores;
    for (let number = 0; number < 60; number++)
      await first?.outbox.put(outgoing(`${number}`, chats[number % chats.length]));
    const sent: { chat: string; number: number }[] = [];
    const work = async ({ outbox }: Store): Promise<void> => {
      while ((await outbox.waiting()) > 0)
        for (const message of await outbox.claim(3, PIGEON)) {
          sent.push({ chat: message.to.id, number: Number(textOf(message)) });
          await outbox.done(message);
        }
    };
    await Promise.all(stores.map(work));
    expect(sent.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, number) => number),
    );
    for (const chat of chats) {
      const numbers = sent.filter((one) => one.chat === chat).map(({ number }) => number);
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
  });

  it('gives what a process that is gone had claimed to another, and not what one that lives has', async () => {
    const here = await place();
    const [gone, alive, other] = [await open(here), await open(here), await open(here)];
    for (const { outbox } of [gone, alive, other]) await outbox.claim(1, PIGEON);
    await gone.outbox.put(outgoing('a', 'a'));
    await gone.outbox.put(outgoing('b', 'b'));
    expect(textOf(await claimOne(gone.outbox))).toBe('a');
    expect(textOf(await claimOne(alive.outbox))).toBe('b');
    clock.advance(40_000);
    await alive.outbox.renew();
    clock.advance(40_000);
    expect((await other.outbox.claim(10, PIGEON)).map(textOf)).toEqual(['a']);
  });

  if (name === 'SQLite')
    it('gives at once what the last process on the file had claimed', async () => {
      const here = await place();
      const gone = await open(here);
      await gone.outbox.put(outgoing('a'));
      await claimOne(gone.outbox);
      await gone.close();
      const { outbox } = await open(here);
      expect(textOf(await claimOne(outbox))).toBe('a');
      expect(await outbox.claim(10, PIGEON)).toEqual([]);
    });

  it('wakes who listens', async () => {
    const { outbox } = await open();
    let woken = 0;
    const stop = outbox.onPut(() => woken++);
    await outbox.put(outgoing('a'));
    stop();
    await outbox.put(outgoing('b'));
    expect(woken).toBe(1);
  });

  it('keeps the order of each conversation, whatever becomes of the messages', async () => {
    const here = await place();
    const { outbox } = await open(here);
    const step = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), chat: fc.constantFrom('a', 'b') }),
      fc.record({ kind: fc.constantFrom('done', 'drop', 'retry') }),
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        round++;
        let last = 0;
        const ended = new Map<string, number>();
        const end = async (kind: string): Promise<boolean> => {
          clock.advance(1_000);
          const [message] = await outbox.claim(1, PIGEON);
          if (message === undefined) return false;
          if (kind === 'retry') await outbox.retry(message, 500);
          else {
            const number = Number(textOf(message).split('-')[1]);
            expect(number).toBeGreaterThan(ended.get(message.to.id) ?? 0);
            ended.set(message.to.id, number);
            await (kind === 'done' ? outbox.done(message) : outbox.drop(message, 'blocked'));
          }
          return true;
        };
        for (const { kind, ...more } of steps) {
          if ('chat' in more) await outbox.put(outgoing(`${round}-${++last}`, more.chat));
          else await end(kind);
        }
        while (await end('done'));
        expect(await outbox.waiting()).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});
