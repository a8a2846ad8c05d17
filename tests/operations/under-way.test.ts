import { describe, expect, it } from 'vitest';
import { createInbox } from '../../src/inbox.ts';
import { countUnderWay } from '../../src/operations/under-way.ts';
import { messageOf } from '../support/questions.ts';

const [ANA, LUZ] = [messageOf('hola', 'ana'), messageOf('hola', 'luz')];

describe('countUnderWay', () => {
  it('counts a message from when it came until it is settled, and one that comes again once', async () => {
    const { inbox, underWay } = countUnderWay(createInbox());
    expect(underWay()).toBe(0);
    expect(await inbox.receive([ANA, LUZ])).toEqual([ANA, LUZ]);
    expect(await inbox.receive([ANA])).toEqual([]);
    expect(underWay()).toBe(2);
    await inbox.settle(ANA);
    expect(underWay()).toBe(1);
    await inbox.settle(LUZ);
    await inbox.settle(LUZ);
    expect(underWay()).toBe(0);
  });

  it('counts what another process left open', async () => {
    const { inbox, underWay } = countUnderWay({ ...createInbox(), leftOpen: async () => [ANA] });
    expect(await inbox.leftOpen('pigeon')).toEqual([ANA]);
    expect(underWay()).toBe(1);
  });
});
