import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../support/engines.ts';
import { messageOf } from '../support/messages.ts';
import { severable } from '../support/severed-server.ts';

const idsOf = (messages: readonly { readonly id: string }[]): string[] => messages.map(({ id }) => id);

describeOnEachEngine('a store that goes and comes back', ({ name, open, place, clock }) => {
  if (name === 'SQLite') {
    it.skip('is always there, in a file of this machine', () => {});
    return;
  }
  it('loses nothing of what was received before, and answers nothing twice', async () => {
    const here = await place();
    const server = await severable('databaseUrl' in here ? here.databaseUrl : '');
    const store = await open({ databaseUrl: server.databaseUrl });
    const other = await open(here);
    await store.inbox.receive([messageOf('before'), messageOf('owed')]);

    await server.cut();
    expect(idsOf(await store.inbox.receive([messageOf('during'), messageOf('before')]))).toEqual(['during']);
    await store.inbox.settle(messageOf('before'));
    await store.inbox.settle(messageOf('during'));
    expect(await store.isReachable()).toBe(false);

    await server.mend();
    clock.advance(10_000);
    await store.inbox.renew();
    expect(await store.isReachable()).toBe(true);
    expect(await other.inbox.receive([messageOf('during'), messageOf('before')])).toEqual([]);
    expect(store.logger.entries.map(({ event }) => event)).toEqual([
      expect.stringContaining('out of reach'),
      'store is back',
    ]);

    clock.advance(120_000);
    expect(idsOf(await other.inbox.leftOpen('pigeon'))).toEqual(['owed']);
    await server.close();
  });
});
