import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../support/engines.ts';
import { messageOf } from '../support/messages.ts';

const MINUTE = 60_000;
const idsOf = (messages: readonly { readonly id: string }[]): string[] => messages.map(({ id }) => id);

describeOnEachEngine('the stored inbox', ({ name, open, place, clock }) => {
  it('hands over a message once, in order, in this process and after it', async () => {
    const here = await place();
    const first = await open(here);
    expect(idsOf(await first.inbox.receive([messageOf('2'), messageOf('1'), messageOf('2')]))).toEqual([
      '2',
      '1',
    ]);
    expect(idsOf(await first.inbox.receive([messageOf('1'), messageOf('3')]))).toEqual(['3']);
    expect(await first.inbox.receive([messageOf('1', 'hola', { platform: 'dove' })])).toHaveLength(1);
    await first.close();
    const second = await open(here);
    expect(idsOf(await second.inbox.receive([messageOf('4'), messageOf('3')]))).toEqual(['4']);
  });

  it('answers what comes to several processes at once only once', async () => {
    const here = await place();
    const stores = [await open(here), await open(here), await open(here)];
    const messages = Array.from({ length: 60 }, (_, index) => messageOf(`m${index}`));
    const received = await Promise.all(
      messages.flatMap((message) => stores.map(({ inbox }) => inbox.receive([message]))),
    );
    expect(idsOf(received.flat()).sort()).toEqual(idsOf(messages).sort());
  });

  it('hands out what was released to whichever process looks next, itself or another', async () => {
    const here = await place();
    const [one, two] = [await open(here), await open(here)];
    for (const { inbox } of [one, two]) await inbox.leftOpen('pigeon');
    await one.inbox.receive([messageOf('1'), messageOf('2')]);
    await one.inbox.release(messageOf('1'));
    expect(await one.inbox.leftOpen('dove')).toEqual([]);
    expect(idsOf(await two.inbox.leftOpen('pigeon'))).toEqual(['1']);
    expect(await one.inbox.leftOpen('pigeon')).toEqual([]);
    await two.inbox.release(messageOf('1'));
    expect(idsOf(await one.inbox.leftOpen('pigeon'))).toEqual(['1']);
    await one.inbox.settle(messageOf('1'));
    await one.inbox.release(messageOf('1'));
    expect(await two.inbox.leftOpen('pigeon')).toEqual([]);
  });

  it('gives what a process left open to one of those that live, whole and oldest first', async () => {
    const here = await place();
    const [one, two, gone] = [await open(here), await open(here), await open(here)];
    await Promise.all([one.inbox.leftOpen('pigeon'), two.inbox.leftOpen('pigeon')]);
    const left = Array.from({ length: 20 }, (_, index) => messageOf(`m${19 - index}`, `¿${index}?`));
    await gone.inbox.receive(left);
    await gone.inbox.settle(messageOf('m5'));
    await gone.close();

    expect(await one.inbox.leftOpen('pigeon')).toEqual([]);
    clock.advance(MINUTE + 1);
    await Promise.all([one.inbox.renew(), two.inbox.renew()]);
    const taken = await Promise.all([one.inbox.leftOpen('pigeon'), two.inbox.leftOpen('pigeon')]);
    expect(idsOf(taken.flat()).sort()).toEqual(
      idsOf(left)
        .filter((id) => id !== 'm5')
        .sort(),
    );
    for (const part of taken)
      expect(part).toEqual(left.filter((message) => idsOf(part).includes(message.id)));
    expect(await two.inbox.leftOpen('dove')).toEqual([]);
    expect(await one.inbox.leftOpen('pigeon')).toEqual([]);
  });

  it('leaves alone what a process that lives still answers', async () => {
    const here = await place();
    const [one, two] = [await open(here), await open(here)];
    await Promise.all([one.inbox.leftOpen('pigeon'), two.inbox.leftOpen('pigeon')]);
    await one.inbox.receive([messageOf('1')]);
    for (let minutes = 0; minutes < 5; minutes++) {
      clock.advance(MINUTE - 1);
      await one.inbox.renew();
    }
    expect(await two.inbox.leftOpen('pigeon')).toEqual([]);
    expect(await one.inbox.leftOpen('pigeon')).toEqual([]);
  });

  it('drops what is older than an hour, and says how many', async () => {
    const here = await place();
    const gone = await open(here);
    await gone.inbox.receive([messageOf('1'), messageOf('2')]);
    clock.advance(59 * MINUTE);
    await gone.inbox.receive([messageOf('3')]);
    await gone.close();
    clock.advance(2 * MINUTE);
    const store = await open(here);
    expect(idsOf(await store.inbox.leftOpen('pigeon'))).toEqual(['3']);
    expect(store.logger.entries).toContainEqual({
      level: 'warn',
      event: 'old messages dropped',
      fields: { platform: 'pigeon', count: 2 },
    });
    expect(await store.inbox.receive([messageOf('1')])).toEqual([]);
  });

  it('gives up a message that ends every process which takes it up', async () => {
    const here = await place();
    const first = await open(here);
    await first.inbox.receive([messageOf('1')]);
    for (let takes = 0; takes < 20; takes++) {
      clock.advance(MINUTE + 1);
      expect(idsOf(await (await open(here)).inbox.leftOpen('pigeon'))).toEqual(['1']);
    }
    clock.advance(MINUTE + 1);
    const { inbox, logger } = await open(here);
    expect(await inbox.leftOpen('pigeon')).toEqual([]);
    expect(logger.entries.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(await inbox.receive([messageOf('1')])).toEqual([]);
  });

  it('does not give up those that wait behind the first ten', async () => {
    const here = await place();
    const ids = Array.from({ length: 12 }, (_, index) => `m${index}`);
    await (await open(here)).inbox.receive(ids.map((id) => messageOf(id)));
    for (let takes = 0; takes < 20; takes++) {
      clock.advance(MINUTE + 1);
      expect(idsOf(await (await open(here)).inbox.leftOpen('pigeon'))).toEqual(ids);
    }
    clock.advance(MINUTE + 1);
    expect(idsOf(await (await open(here)).inbox.leftOpen('pigeon'))).toEqual(['m10', 'm11']);
  });

  if (name === 'SQLite')
    it('takes up at once what the last process on the file left open', async () => {
      const here = await place();
      const gone = await open(here);
      await gone.inbox.receive([messageOf('1')]);
      await gone.close();
      const store = await open(here);
      expect(await store.inbox.leftOpen('pigeon')).toEqual([messageOf('1')]);
      expect(await store.inbox.leftOpen('pigeon')).toEqual([]);
    });

  it('gives a message back as it came, whatever is in it', async () => {
    const here = await place();
    const gone = await open(here);
    const command = { kind: 'command', name: 'buscar', args: 'l\'eau "vive" \\u0000 \\ 🌱' } as const;
    const odd = [messageOf('1', '¿a\0b?'), messageOf('2', '', { input: command })];
    expect(await gone.inbox.receive(odd)).toEqual(odd);
    await gone.close();
    clock.advance(MINUTE + 1);
    const store = await open(here);
    expect(await store.inbox.leftOpen('pigeon')).toEqual(odd);
  });

  it('goes on from memory while the store is away, and says so once', async () => {
    const { inbox, close, logger } = await open();
    await inbox.receive([messageOf('1')]);
    await close();
    expect(idsOf(await inbox.receive([messageOf('1'), messageOf('2')]))).toEqual(['2']);
    clock.advance(10_000);
    expect(idsOf(await inbox.receive([messageOf('2'), messageOf('3')]))).toEqual(['3']);
    await inbox.settle(messageOf('3'));
    await inbox.renew();
    expect(await inbox.leftOpen('pigeon')).toEqual([]);
    expect(logger.entries.map(({ level, event }) => [level, event])).toEqual([
      ['error', expect.stringContaining('out of reach')],
    ]);
  });
});
