import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../support/engines.ts';

describeOnEachEngine('votes and reports', ({ open, clock }) => {
  it('count the last vote of each person', async () => {
    const { votes } = await open();
    await votes.cast({ answer: 'a', asker: 'h1', vote: 'useful', document: 'a.md' });
    await votes.cast({ answer: 'a', asker: 'h1', vote: 'useless', document: 'a.md' });
    await votes.cast({ answer: 'a', asker: 'h2', vote: 'useful', document: 'a.md' });
    await votes.cast({ answer: 'b', asker: 'h1', vote: 'useful' });
    const since = new Date(0);
    const later = new Date(clock.now().getTime() + 1);
    expect(await votes.counts({ since, until: later })).toEqual([
      { answer: 'a', document: 'a.md', useful: 1, useless: 1 },
      { answer: 'b', useful: 1, useless: 0 },
    ]);
    expect(await votes.counts({ since, until: clock.now() })).toEqual([]);
    expect(await votes.counts({ since: later, until: new Date(8.64e15) })).toEqual([]);
  });

  it('keep a report with its question, unless that holds personal data', async () => {
    const { reports } = await open();
    await reports.add({ answer: 'a', document: 'a.md', question: '¿Cuántos?', asker: 'h1' });
    clock.advance(1);
    await reports.add({ answer: 'b', question: 'escríbame a ana.perez@gmail.com', asker: 'h1' });
    const kept = await reports.since(new Date(0));
    expect(kept).toEqual([
      { answer: 'b', at: clock.now() },
      { answer: 'a', document: 'a.md', question: '¿Cuántos?', at: expect.any(Date) },
    ]);
    expect(await reports.since(clock.now())).toHaveLength(1);
  });
});
