import { expect, it } from 'vitest';
import { answerReply } from '../../src/team/replies.ts';
import { describeOnEachEngine, type Stores } from '../support/engines.ts';

const QUESTION = '¿Quién paga?';
type OpenStore = Awaited<ReturnType<Stores['open']>>;

/** A ticket that `names` asked. */
async function asked({ tickets, askers }: OpenStore, names: readonly string[]): Promise<string> {
  const opened = await tickets.open({ question: QUESTION, key: `key ${names.join(' ')}`, language: 'es' });
  const id = opened?.ticket.id ?? '';
  for (const name of names)
    await askers.add(id, {
      person: { platform: 'pigeon', author: name, conversation: `chat-${name}` },
      to: { id: `chat-${name}`, kind: 'direct' },
      quote: `m-${name}`,
      language: 'es',
    });
  return id;
}

const replyTo = (text: string) => () => answerReply({ id: 't', question: QUESTION }, text, 'es');

describeOnEachEngine('the answers of the team', ({ name, open, place }) => {
  it('put one message for each who asked, to the message that asked', async () => {
    const store = await open();
    const id = await asked(store, ['ana', 'luz']);
    expect(await store.answers.send(id, 'El Estado.', 'press', replyTo('El Estado.'))).toMatchObject({
      status: 'answered',
      answer: 'El Estado.',
    });
    const messages = await store.outbox.claim(10, ['pigeon']);
    expect(messages.map(({ to, quote }) => [to.id, quote]).sort()).toEqual([
      ['chat-ana', 'm-ana'],
      ['chat-luz', 'm-luz'],
    ]);
  });

  it('go out once for one press, and again for another', async () => {
    const here = await place();
    const stores = [await open(here), await open(here)];
    const [store] = stores;
    if (store === undefined) throw new Error('no store');
    const id = await asked(store, ['ana']);
    const press = ({ answers }: OpenStore) => answers.send(id, 'Sí.', 'press', replyTo('Sí.'));
    // Two connections of one process would wait for each other's lock on an SQLite file.
    if (name === 'PostgreSQL') await Promise.all(stores.map(press));
    else for (const each of stores) await press(each);
    expect(await store.outbox.waiting()).toBe(1);
    await store.answers.send(id, 'Y no.', 'another', replyTo('Y no.'));
    expect(await store.outbox.waiting()).toBe(2);
  });

  it('keep neither the decision nor the messages when one of them fails', async () => {
    const store = await open();
    const id = await asked(store, ['ana', 'luz']);
    let calls = 0;
    const failing = () => {
      calls += 1;
      if (calls === 2) throw new Error('a bug');
      return replyTo('Sí.')();
    };
    await expect(store.answers.send(id, 'Sí.', 'press', failing)).rejects.toThrow('a bug');
    expect(await store.tickets.get(id)).toMatchObject({ status: 'open' });
    expect(await store.outbox.waiting()).toBe(0);
  });

  it('wake whoever sends, once the messages are there', async () => {
    const store = await open();
    const id = await asked(store, ['ana']);
    const waiting: Promise<number>[] = [];
    store.outbox.onPut(() => waiting.push(store.outbox.waiting()));
    await store.answers.send(id, 'Sí.', 'press', replyTo('Sí.'));
    expect(await Promise.all(waiting)).toEqual([1]);
  });

  it('are told when they are published, to who wants to know, once', async () => {
    const store = await open();
    const id = await asked(store, ['ana', 'luz']);
    expect(await store.answers.publish(id, replyTo('aún no'))).toBeUndefined();
    await store.answers.send(id, 'Sí.', 'press', replyTo('Sí.'));
    await store.askers.setWantsNotice(
      id,
      { platform: 'pigeon', author: 'luz', conversation: 'chat-luz' },
      true,
    );
    for (let times = 0; times < 3; times++) await store.answers.publish(id, replyTo('Publicada.'));
    expect(await store.outbox.waiting()).toBe(3);
    expect(await store.askers.of(id)).toEqual([]);
  });

  it('close a question without an answer, once, and forget who asked', async () => {
    const store = await open();
    const id = await asked(store, ['ana']);
    expect(await store.answers.discard(id, 'unknown', replyTo('No.'))).toMatchObject({ status: 'discarded' });
    expect(await store.answers.discard(id, 'unknown', replyTo('No.'))).toBeUndefined();
    expect(await store.answers.send(id, 'Sí.', 'press', replyTo('Sí.'))).toBeUndefined();
    expect(await store.answers.send('nada', 'Sí.', 'press', replyTo('Sí.'))).toBeUndefined();
    expect(await store.outbox.waiting()).toBe(1);
    expect(await store.askers.of(id)).toEqual([]);
  });
});
