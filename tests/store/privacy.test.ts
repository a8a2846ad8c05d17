import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { say } from '../../src/messaging/index.ts';
import { openStore, type Person, type Store } from '../../src/store/index.ts';
import { temporaryFolder } from '../support/assistant-process.ts';
import { describeOnEachEngine } from '../support/engines.ts';
import { messageOf } from '../support/messages.ts';

const ANA: Person = { platform: 'pigeon', author: 'ana', conversation: 'chat-ana' };
const LUZ: Person = { platform: 'pigeon', author: 'luz', conversation: 'chat-luz' };
const NOTHING = {
  questions: { count: 0, texts: [] },
  votes: 0,
  reports: { count: 0, texts: [] },
  tickets: { count: 0, texts: [] },
  subscriptions: [],
  outgoing: 0,
};

/** Leaves something of a person in every table. Resolves with the id of their ticket. */
async function use(store: Store, person: Person, text: string): Promise<string> {
  const asker = store.people.hash(person.platform, person.author);
  const to = { id: person.conversation, kind: 'direct' as const };
  const { platform } = person;
  const language = 'es' as const;
  await store.questions.record({
    ...{
      platform,
      language,
      intent: 'ask',
      status: 'no-answer',
      milliseconds: 1,
      asker,
      text,
      key: () => text,
    },
  });
  await store.votes.cast({ answer: 'a', asker, vote: 'useful' });
  await store.reports.add({ answer: 'a', question: text, asker });
  await store.subscriptions.add({ platform, to, language }, 'agua');
  await store.outbox.put({ key: `k-${person.author}`, platform, to, reply: say('es', [text]) });
  const opened = await store.tickets.open({ question: text, key: text, language });
  await store.askers.add(opened?.ticket.id ?? '', { person, to, language });
  return opened?.ticket.id ?? '';
}

describeOnEachEngine('privacy', ({ open }) => {
  it('shows all that is kept of one person, and nothing of another', async () => {
    const store = await open();
    await use(store, ANA, '¿Quién paga?');
    expect(await store.privacy.keptOf(ANA, true)).toEqual({
      questions: { count: 1, texts: ['¿Quién paga?'] },
      votes: 1,
      reports: { count: 1, texts: ['¿Quién paga?'] },
      tickets: { count: 1, texts: ['¿Quién paga?'] },
      subscriptions: ['agua'],
      outgoing: 1,
    });
    expect(await store.privacy.keptOf(LUZ, true)).toEqual(NOTHING);
  });

  it('erases all of one person, and leaves the rest', async () => {
    const store = await open();
    const own = await use(store, ANA, '¿Quién paga?');
    await use(store, LUZ, '¿Cuándo?');
    const shared = await store.tickets.open({ question: '¿Cuándo?', key: '¿Cuándo?', language: 'es' });
    await store.askers.add(shared?.ticket.id ?? '', {
      person: ANA,
      to: { id: 'chat-ana', kind: 'direct' },
      language: 'es',
    });
    await store.mutes.mute('pigeon', 'chat-ana');
    const before = await store.privacy.keptOf(LUZ, true);

    expect(await store.privacy.erase(ANA, true)).toEqual([own]);
    expect(await store.privacy.keptOf(ANA, true)).toEqual(NOTHING);
    expect(await store.privacy.keptOf(LUZ, true)).toEqual(before);
    expect(await store.tickets.get(own)).toMatchObject({ status: 'discarded', question: '' });
    expect(await store.tickets.get(shared?.ticket.id ?? '')).toMatchObject({ status: 'open' });
    expect(await store.mutes.isMuted('pigeon', 'chat-ana')).toBe(false);
    expect(await store.privacy.erase(ANA, true)).toEqual([]);
  });

  it("leaves a group's subscription when one of its members erases what is theirs", async () => {
    const store = await open();
    await use(store, ANA, '¿Quién paga?');
    await store.privacy.erase(ANA, false);
    expect(await store.privacy.keptOf(ANA, false)).toEqual(NOTHING);
    expect((await store.privacy.keptOf(ANA, true)).subscriptions).toEqual(['agua']);
  });
});

describe('privacy in a file', () => {
  it('leaves no text behind, neither of what was erased nor of what was settled', async () => {
    const temporary = temporaryFolder();
    const file = join(temporary.path, 'aga.db');
    const now = () => new Date();
    const store = await openStore({ place: { file }, now });
    const bytes = (): string =>
      readdirSync(dirname(file))
        .map((name) => readFileSync(join(dirname(file), name), 'latin1'))
        .join('');
    await use(store, ANA, 'zarzaparrilla');
    await store.inbox.receive([messageOf('1', 'caramelo')]);
    expect(bytes()).toMatch(/zarzaparrilla/);
    expect(bytes()).toMatch(/caramelo/);
    await store.inbox.settle(messageOf('1'));
    await store.privacy.erase(ANA, true);
    expect(bytes()).not.toMatch(/zarzaparrilla|caramelo|chat-ana/);
    await store.close();
    temporary.remove();
  });
});
