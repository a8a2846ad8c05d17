import { expect, it } from 'vitest';
import type { AskedQuestion } from '../../src/store/questions.ts';
import { describeOnEachEngine } from '../support/engines.ts';

const HOUR = 3_600_000;

function asked(text: string, more: Partial<AskedQuestion> = {}): AskedQuestion {
  return {
    platform: 'pigeon',
    language: 'es',
    intent: 'ask',
    status: 'no-answer',
    milliseconds: 1.4,
    asker: 'h1',
    text,
    key: () => text.toLowerCase(),
    ...more,
  };
}

describeOnEachEngine('the questions', ({ open, clock }) => {
  const everything = () => ({ since: new Date(0), until: new Date(clock.now().getTime() + 1) });

  it('are counted by what they came to, and by the day in Colombia', async () => {
    const { questions } = await open();
    const start = clock.now();
    await questions.record(asked('a', { status: 'answered', document: 'a.md' }));
    await questions.record(asked('b', { reason: 'no-evidence', platform: 'dove' }));
    clock.advance(15 * HOUR);
    await questions.record(asked('c', { reason: 'no-evidence' }));
    expect(await questions.countsBy('status', everything())).toEqual([
      { value: 'no-answer', count: 2 },
      { value: 'answered', count: 1 },
    ]);
    expect(await questions.countsBy('reason', everything())).toEqual([{ value: 'no-evidence', count: 2 }]);
    expect(await questions.countsBy('platform', everything())).toEqual([
      { value: 'pigeon', count: 2 },
      { value: 'dove', count: 1 },
    ]);
    expect(await questions.countsBy('document', everything())).toEqual([{ value: 'a.md', count: 1 }]);
    expect(start.toISOString()).toMatch(/T15:00/);
    expect(await questions.countsBy('day', everything())).toEqual([
      { value: start.toISOString().slice(0, 10), count: 2 },
      { value: clock.now().toISOString().slice(0, 10), count: 1 },
    ]);
    expect(await questions.countsBy('status', { since: start, until: clock.now() })).toHaveLength(2);
  });

  it('that got no answer are joined by key, with how many people asked', async () => {
    const { questions } = await open();
    for (const [text, asker] of [
      ['¿Quién paga?', 'h1'],
      ['¿quién paga?', 'h2'],
      ['¿Quién paga?', 'h2'],
      ['¿Cuándo?', 'h3'],
    ] as const)
      await questions.record(asked(text, { asker }));
    const unanswered = await questions.unanswered(everything());
    expect(unanswered.map(({ asked, askers }) => [asked, askers])).toEqual([
      [3, 2],
      [1, 1],
    ]);
    expect(unanswered[0]?.text.toLowerCase()).toBe('¿quién paga?');
    expect(unanswered[1]?.lastAt).toEqual(clock.now());
  });

  it.each([
    ['with an answer', asked('una pregunta cualquiera', { status: 'answered' })],
    ['out of scope', asked('una pregunta cualquiera', { status: 'out-of-scope' })],
    ['with personal data', asked('mi correo es ana.perez@gmail.com')],
  ])('%s are kept without their text', async (_, question) => {
    const { questions, privacy, people } = await open();
    const asker = people.hash('pigeon', 'p1');
    await questions.record({ ...question, asker });
    const person = { platform: 'pigeon', author: 'p1', conversation: 'c1' };
    expect((await privacy.keptOf(person, true)).questions).toEqual({ count: 1, texts: [] });
    expect(await questions.unanswered(everything())).toEqual([]);
  });
});
