import { expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { describeOnEachEngine } from '../support/engines.ts';

describeOnEachEngine('the hashes of people', ({ open, place, clock }) => {
  it('are the same for one id of one platform in every process of the store, and for no other', async () => {
    const here = await place();
    const [one, two, elsewhere] = [await open(here), await open(here), await open()];
    const hash = one.people.hash('pigeon', '7');
    expect(two.people.hash('pigeon', '7')).toBe(hash);
    expect(hash).toMatch(/^[\w-]{43}$/);
    for (const other of [
      one.people.hash('dove', '7'),
      one.people.hash('pigeon', '77'),
      one.people.hash('pigeon7', ''),
      elsewhere.people.hash('pigeon', '7'),
    ])
      expect(other).not.toBe(hash);
  });

  it('hang on the key that is given', async () => {
    const hashWith = async (hashKey: string): Promise<string> => {
      const store = await openStore({ place: await place(), now: clock.now, hashKey });
      const hash = store.people.hash('pigeon', '7');
      await store.close();
      return hash;
    };
    expect(await hashWith('k1')).toBe(await hashWith('k1'));
    expect(await hashWith('k1')).not.toBe(await hashWith('k2'));
  });
});
