import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../support/engines.ts';

describeOnEachEngine('switches and mutes', ({ open, clock }) => {
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
