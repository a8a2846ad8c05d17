import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../support/engines.ts';

describeOnEachEngine('subscriptions', ({ open, clock }) => {
  const ana = { platform: 'pigeon', to: { id: 'ana', kind: 'direct' as const }, language: 'es' as const };
  const topic = {
    platform: 'pigeon',
    to: { id: 'grupo', kind: 'group' as const, threadId: '5' },
    language: 'en' as const,
  };

  it('tell each conversation once, of all or of a theme', async () => {
    const { subscriptions } = await open();
    expect(await subscriptions.add(ana)).toBe(true);
    expect(await subscriptions.add(ana)).toBe(false);
    clock.advance(1);
    expect(await subscriptions.add(topic, 'agua')).toBe(true);
    expect(await subscriptions.add(ana, 'agua')).toBe(true);
    expect(await subscriptions.of(ana.platform, ana.to)).toEqual(['', 'agua']);
    expect(await subscriptions.subscribersOf(['agua', 'suelo'])).toEqual([ana, topic]);
    expect(await subscriptions.subscribersOf([])).toEqual([ana]);
  });

  it('end one by one or all at once, in their own thread alone', async () => {
    const { subscriptions } = await open();
    for (const theme of ['agua', 'suelo', undefined]) {
      await subscriptions.add(topic, theme);
      await subscriptions.add({ ...topic, to: { ...topic.to, threadId: '6' } }, theme);
    }
    expect(await subscriptions.remove(topic.platform, topic.to, 'agua')).toBe(1);
    expect(await subscriptions.of(topic.platform, topic.to)).toEqual(['', 'suelo']);
    expect(await subscriptions.remove(topic.platform, topic.to)).toBe(2);
    expect(await subscriptions.of(topic.platform, topic.to)).toEqual([]);
    expect(await subscriptions.subscribersOf([])).toHaveLength(1);
  });

  it('announce what is new, not what was there at the beginning', async () => {
    const { announced } = await open();
    const old = Array.from({ length: 2_500 }, (_, index) => `${index}.md`);
    expect(await announced.missing(old)).toEqual([]);
    expect(await announced.missing([...old, 'nuevo.md'])).toEqual(['nuevo.md']);
    expect(await announced.missing([...old, 'nuevo.md'])).toEqual(['nuevo.md']);
    await announced.add(['nuevo.md']);
    await announced.add(['nuevo.md']);
    expect(await announced.missing([...old, 'nuevo.md'])).toEqual([]);
  });

  it('announce the first document of a folder that was empty', async () => {
    const { announced } = await open();
    expect(await announced.missing([])).toEqual([]);
    expect(await announced.missing(['uno.md'])).toEqual(['uno.md']);
  });
});
