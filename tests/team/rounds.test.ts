import { expect, it } from 'vitest';
import { say } from '../../src/messaging/index.ts';
import { createDesk, makeRound } from '../../src/team/index.ts';
import { describeOnEachEngine, type Stores } from '../support/engines.ts';
import { recordingLogger } from '../support/recording-logger.ts';
import { notedRoom } from '../support/team-room.ts';

const HOUR = 3_600_000;

async function rounds({ open, clock }: Pick<Stores, 'open' | 'clock'>) {
  const store = await open();
  const room = notedRoom();
  const desk = createDesk({
    store,
    room: () => room,
    platforms: [],
    today: () => '2026-11-24',
    logger: recordingLogger(),
    write: async () => 'failed',
  });
  const round = () =>
    makeRound({ store, desk, room: () => room, digest: async () => say('es', ['resumen']), now: clock.now });
  const sent = async () => {
    const messages = await store.outbox.claim(10, ['dove']);
    for (const message of messages) await store.outbox.done(message);
    return messages.map(({ to, reply }) => [to.threadId ?? '', reply.blocks.length]);
  };
  return { store, room, round, sent };
}

describeOnEachEngine('the rounds of the desk', (stores) => {
  it('show the cards that the room missed', async () => {
    const { store, room, round } = await rounds(stores);
    await store.tickets.open({ question: '¿Quién?', key: 'quien', language: 'es' });
    room.close(true);
    await round();
    expect(room.cards.size).toBe(0);
    room.close(false);
    await round();
    await round();
    expect(room.cards.size).toBe(1);
  });

  it('bring up to date the cards that the room could not show when they changed', async () => {
    const { store, room, round } = await rounds(stores);
    const opened = await store.tickets.open({ question: '¿Quién?', key: 'quien', language: 'es' });
    await round();
    await store.tickets.assign(opened?.ticket.id ?? '', 'U1');
    room.close(true);
    await round();
    expect(room.cards.get('card-1')?.assignee).toBeUndefined();
    room.close(false);
    await round();
    expect(room.cards.get('card-1')?.assignee).toBe('U1');
    expect(await store.tickets.unshown()).toEqual([]);
  });

  it('remind of a question once, after two working days', async () => {
    const { store, round, sent } = await rounds(stores);
    await store.tickets.open({ question: '¿Quién?', key: 'quien', language: 'es' });
    await round();
    await sent();
    stores.clock.advance(47 * HOUR);
    await round();
    expect((await sent()).filter(([thread]) => thread !== '')).toEqual([]);
    stores.clock.advance(2 * HOUR);
    await round();
    await round();
    expect((await sent()).filter(([thread]) => thread !== '')).toEqual([['card-1', 1]]);
  });

  it('tell the digest once a day, from eight in the morning', async () => {
    const { round, sent } = await rounds(stores);
    await round();
    await round();
    expect(await sent()).toEqual([['', 1]]);
    stores.clock.advance(20 * HOUR);
    await round();
    expect(await sent()).toEqual([]);
    stores.clock.advance(4 * HOUR);
    await round();
    expect(await sent()).toEqual([['', 1]]);
  });
});
