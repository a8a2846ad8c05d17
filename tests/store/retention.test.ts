import { expect, it } from 'vitest';
import { say } from '../../src/messaging/index.ts';
import { describeOnEachEngine } from '../support/engines.ts';
import { messageOf } from '../support/messages.ts';

const DAY = 86_400_000;
const DAYS = { questions: 90, tickets: 365 };
const NONE = { inbox: 0, outbox: 0, questions: 0, votes: 0, reports: 0, tickets: 0 };

describeOnEachEngine('retention', ({ open, clock }) => {
  it('deletes each thing when its time is over, not before', async () => {
    const store = await open();
    const asker = 'h1';
    await store.inbox.receive([messageOf('1')]);
    await store.outbox.put({
      key: 'a',
      platform: 'pigeon',
      to: { id: 'c1', kind: 'direct' },
      reply: say('es', ['a']),
    });
    for (const message of await store.outbox.claim(1, ['pigeon'])) await store.outbox.done(message);
    await store.questions.record({
      ...{ platform: 'pigeon', language: 'es', intent: 'ask', status: 'no-answer', milliseconds: 1, asker },
      ...{ text: 'a', key: () => 'a' },
    });
    await store.votes.cast({ answer: 'a', asker, vote: 'useful' });
    await store.reports.add({ answer: 'a', asker });
    const opened = await store.tickets.open({ question: 'a', key: 'a', language: 'es' });
    await store.askers.add(opened?.ticket.id ?? '', {
      person: { platform: 'pigeon', author: 'ana', conversation: 'c1' },
      to: { id: 'c1', kind: 'direct' },
      language: 'es',
    });

    let passed = 0;
    const after = async (days: number): Promise<unknown> => {
      clock.advance(days * DAY - passed);
      passed = days * DAY;
      return store.retention.enforce(DAYS);
    };
    expect(await after(2)).toEqual(NONE);
    expect(await after(2.1)).toEqual({ ...NONE, inbox: 1 });
    expect(await after(30)).toEqual(NONE);
    expect(await after(30.1)).toEqual({ ...NONE, outbox: 1 });
    expect(await after(90)).toEqual(NONE);
    expect(await after(90.1)).toEqual({ ...NONE, questions: 1 });
    expect(await after(365)).toEqual(NONE);
    expect(await after(365.1)).toEqual({ ...NONE, votes: 1, reports: 1, tickets: 1 });
    expect(await store.askers.latest('pigeon', 'c1')).toBeUndefined();
  });

  it('never deletes a message that is still to be sent', async () => {
    const { outbox, retention } = await open();
    await outbox.put({
      key: 'a',
      platform: 'pigeon',
      to: { id: 'c1', kind: 'direct' },
      reply: say('es', ['a']),
    });
    clock.advance(1_000 * DAY);
    expect(await retention.enforce(DAYS)).toEqual(NONE);
    expect(await outbox.waiting()).toBe(1);
  });
});
