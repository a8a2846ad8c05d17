import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../support/engines.ts';

describeOnEachEngine('switches and mutes', ({ open, place, clock }) => {
  it('turn a platform off and on, and keep the last reason', async () => {
    const { switches } = await open();
    await switches.turn('pigeon', 'off', 'lluvia');
    await switches.turn('dove', 'off', 'viento');
    clock.advance(1_000);
    await switches.turn('pigeon', 'on', 'escampó');
    expect(await switches.all()).toEqual([
      { platform: 'dove', isOff: true, reason: 'viento', at: expect.any(Date) },
      { platform: 'pigeon', isOff: false, reason: 'escampó', at: clock.now() },
    ]);
  });

  it('are known at once to the process that turned them, and to the others a second later', async () => {
    const here = await place();
    const [one, two] = [await open(here), await open(here)];
    for (const { switches } of [one, two]) expect(await switches.isOff('pigeon')).toBe(false);
    await one.switches.turn('pigeon', 'off', 'lluvia');
    expect(await one.switches.isOff('pigeon')).toBe(true);
    expect(await one.switches.isOff('dove')).toBe(false);
    clock.advance(1_000);
    expect(await two.switches.isOff('pigeon')).toBe(true);
    await two.switches.turn('pigeon', 'on', 'escampó');
    expect(await two.switches.isOff('pigeon')).toBe(false);
  });

  it('mute a conversation of a platform until it is unmuted', async () => {
    const { mutes } = await open();
    await mutes.mute('pigeon', 'c1');
    await mutes.mute('pigeon', 'c1');
    expect(await mutes.isMuted('pigeon', 'c1')).toBe(true);
    expect(await mutes.isMuted('dove', 'c1')).toBe(false);
    expect(await mutes.isMuted('pigeon', 'c2')).toBe(false);
    await mutes.unmute('pigeon', 'c1');
    expect(await mutes.isMuted('pigeon', 'c1')).toBe(false);
  });
});
