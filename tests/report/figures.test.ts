import { expect, it } from 'vitest';
import { gather } from '../../src/report/index.ts';
import { answerReply } from '../../src/team/replies.ts';
import { describeOnEachEngine } from '../support/engines.ts';

const HOUR = 3_600_000;

describeOnEachEngine('the figures of a report', ({ open, clock }) => {
  it('count what was asked, voted, reported and answered by a person', async () => {
    const store = await open();
    const since = clock.now();
    const asked = {
      platform: 'pigeon',
      language: 'es',
      intent: 'ask',
      milliseconds: 2,
      key: () => 'k',
    } as const;
    for (const asker of ['a', 'b']) {
      await store.questions.record({ ...asked, status: 'answered', asker, text: 'x', document: 'a.md' });
      await store.questions.record({
        ...asked,
        status: 'no-answer',
        reason: 'not-in-folder',
        asker,
        text: '¿Quién?',
      });
      await store.votes.cast({ answer: 'p', asker, vote: 'useful' });
    }
    await store.reports.add({ answer: 'p', asker: 'a' });
    for (const [key, hours] of [
      ['one', 1],
      ['two', 4],
    ] as const) {
      const opened = await store.tickets.open({ question: '¿Quién?', key, language: 'es' });
      clock.advance(hours * HOUR);
      const id = opened?.ticket.id ?? '';
      await store.answers.send(id, 'Sí.', 'press', () => answerReply({ id, question: 'x' }, 'Sí.', 'es'));
    }
    const figures = await gather(store, { since, until: new Date(clock.now().getTime() + 1) });
    expect(figures).toMatchObject({
      asked: 4,
      reason: [{ value: 'not-in-folder', count: 2 }],
      document: [{ value: 'a.md', count: 2 }],
      unanswered: [{ text: '¿Quién?', asked: 2, askers: 2 }],
      votes: { useful: 2, useless: 0 },
      reports: 1,
      tickets: [{ value: 'answered', count: 2 }],
      hours: 2.5,
    });
    expect(await gather(store, { since: new Date(0), until: since })).toMatchObject({
      asked: 0,
      votes: { useful: 0, useless: 0 },
      tickets: [],
    });
  });
});
