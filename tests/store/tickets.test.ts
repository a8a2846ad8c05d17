import { expect, it } from 'vitest';
import type { NewAsker } from '../../src/store/askers.ts';
import type { Ticket } from '../../src/store/ticket.ts';
import type { NewTicket, Tickets } from '../../src/store/tickets.ts';
import { describeOnEachEngine } from '../support/engines.ts';

const QUESTION: NewTicket = { question: '¿Quién paga?', key: 'pag quien', language: 'es' };
const CARD = 'C1:17.5';
const TOLD = { language: 'es', blocks: [], sources: [], suggestions: [] } as const;

async function opened(tickets: Tickets, question = QUESTION): Promise<Ticket> {
  const found = await tickets.open(question);
  if (found === undefined) throw new Error('the ticket was not opened');
  return found.ticket;
}

function askerOf(id: string): NewAsker {
  return {
    person: { platform: 'pigeon', author: id, conversation: `chat-${id}` },
    to: { id: `chat-${id}`, kind: 'direct' },
    quote: `m-${id}`,
    language: 'es',
  };
}

describeOnEachEngine('tickets', ({ open, place, clock }) => {
  it('are one for one question, until it is decided', async () => {
    const here = await place();
    const stores = [await open(here), await open(here)];
    const found = await Promise.all(
      Array.from({ length: 10 }, (_, index) => stores[index % 2]?.tickets.open(QUESTION)),
    );
    expect(found.filter((one) => one?.isNew)).toHaveLength(1);
    expect(new Set(found.map((one) => one?.ticket.id)).size).toBe(1);
    const { tickets, answers } = await open(here);
    const { id } = await opened(tickets);
    await answers.send(id, 'El Estado.', 'press', () => TOLD);
    expect((await opened(tickets)).id).not.toBe(id);
  });

  it('hold no personal data', async () => {
    const { tickets } = await open();
    expect(await tickets.open({ ...QUESTION, question: 'soy Ana, ana.perez@gmail.com' })).toBeUndefined();
    expect(await tickets.since(new Date(0))).toEqual([]);
  });

  it('are unshown again after every change that their card tells, until the room shows that one', async () => {
    const { tickets, askers, answers, privacy } = await open();
    const { id } = await opened(tickets);
    const isShown = async () => {
      const now = await tickets.get(id);
      expect(await tickets.unshown()).toMatchObject([{ id }]);
      await tickets.setShown(id, CARD, (now?.revision ?? 0) - 1);
      expect(await tickets.unshown()).toMatchObject([{ id }]);
      await tickets.setShown(id, CARD, now?.revision ?? 0);
      expect(await tickets.unshown()).toEqual([]);
    };
    await askers.add(id, askerOf('ana'));
    await isShown();
    await tickets.assign(id, 'U1');
    await isShown();
    await answers.send(id, 'El Estado.', 'press', () => TOLD);
    await isShown();
    await tickets.setDraft(id, 'borradores/a.md');
    await isShown();
    await answers.publish(id, () => TOLD);
    expect(await tickets.unshown()).toEqual([]);
    const other = await opened(tickets);
    await askers.add(other.id, askerOf('luz'));
    await tickets.setShown(other.id, 'C1:18.5', 1);
    await privacy.erase({ platform: 'pigeon', author: 'luz', conversation: 'chat-luz' }, true);
    expect(await tickets.unshown()).toMatchObject([{ id: other.id, status: 'discarded' }]);
  });

  it('go from open to claimed to answered, with their card', async () => {
    const { tickets, answers } = await open();
    const { id } = await opened(tickets);
    expect(await tickets.unshown()).toMatchObject([{ id, status: 'open' }]);
    await tickets.setShown(id, CARD, 0);
    expect(await tickets.unshown()).toEqual([]);
    expect(await tickets.assign(id, 'U1')).toMatchObject({ status: 'claimed', assignee: 'U1' });
    expect(await tickets.assign(id, 'U2')).toMatchObject({ assignee: 'U2' });
    clock.advance(1_000);
    await answers.send(id, 'El Estado.', 'press', () => TOLD);
    expect(await tickets.setDraft(id, 'borradores/a.md')).toMatchObject({ draft: 'borradores/a.md' });
    expect(await tickets.get(id)).toMatchObject({
      question: QUESTION.question,
      status: 'answered',
      answer: 'El Estado.',
      answeredAt: clock.now(),
      card: CARD,
    });
    expect(await tickets.get('nada')).toBeUndefined();
  });

  it('are listed by their keys while they are undecided, newest first', async () => {
    const { tickets, answers } = await open();
    const { id } = await opened(tickets);
    clock.advance(1);
    await opened(tickets, { ...QUESTION, key: 'otra' });
    expect((await tickets.undecided(9)).map(({ key }) => key)).toEqual(['otra', QUESTION.key]);
    expect(await tickets.undecided(1)).toHaveLength(1);
    await answers.discard(id, 'unknown', () => TOLD);
    expect((await tickets.undecided(9)).map(({ key }) => key)).toEqual(['otra']);
    expect(await tickets.assign(id, 'U1')).toBeUndefined();
  });

  it('are reminded once when they are old and undecided', async () => {
    const { tickets, answers } = await open();
    const old = await opened(tickets);
    const decided = await opened(tickets, { ...QUESTION, key: 'otra' });
    await answers.discard(decided.id, 'unknown', () => TOLD);
    clock.advance(1_000);
    const limit = clock.now();
    await opened(tickets, { ...QUESTION, key: 'nueva' });
    expect((await tickets.overdue(limit)).map(({ id }) => id)).toEqual([old.id]);
    const reminded = await Promise.all([tickets.remind(old.id), tickets.remind(old.id)]);
    expect(reminded.filter((ticket) => ticket !== undefined)).toHaveLength(1);
    expect(await tickets.overdue(limit)).toEqual([]);
    expect(await tickets.since(limit)).toHaveLength(1);
  });
});

describeOnEachEngine('the askers of a ticket', ({ open, clock }) => {
  it('are counted once each, and owed an answer where they asked last', async () => {
    const { tickets, askers } = await open();
    const { id } = await opened(tickets);
    expect(await askers.add(id, askerOf('ana'))).toMatchObject({ id, count: 1 });
    clock.advance(1);
    expect(await askers.add(id, askerOf('luz'))).toMatchObject({ count: 2 });
    clock.advance(1);
    expect(await askers.add(id, { ...askerOf('ana'), quote: 'm-2' })).toBeUndefined();
    expect(await tickets.get(id)).toMatchObject({ count: 2 });
    const owed = await askers.of(id);
    expect(owed.map(({ to, quote }) => [to.id, quote])).toEqual([
      ['chat-luz', 'm-luz'],
      ['chat-ana', 'm-2'],
    ]);
    expect(JSON.stringify(owed.map(({ asker }) => asker))).not.toMatch(/ana|luz/);
  });

  it('are forgotten when nothing is owed, and their conversation still leads to the ticket', async () => {
    const { tickets, askers, answers } = await open();
    const { id } = await opened(tickets);
    for (const name of ['ana', 'luz']) await askers.add(id, askerOf(name));
    await askers.setWantsNotice(id, askerOf('luz').person, true);
    await answers.send(id, 'Sí.', 'press', () => TOLD);
    await askers.forgetAnswered(clock.now());
    expect(await askers.of(id)).toHaveLength(2);
    clock.advance(1);
    await askers.forgetAnswered(clock.now());
    expect(await askers.of(id)).toMatchObject([{ to: { id: 'chat-luz' }, wantsNotice: true }]);
    await askers.release(id);
    expect(await askers.of(id)).toEqual([]);
    expect(await askers.latest('pigeon', 'chat-ana')).toMatchObject({ id });
    expect(await askers.latest('pigeon', 'chat-eva')).toBeUndefined();
    expect(await askers.latest('dove', 'chat-ana')).toBeUndefined();
  });

  it('can write back while the talk about an answer goes on', async () => {
    const { tickets, askers, answers } = await open();
    const { id } = await opened(tickets);
    await askers.add(id, askerOf('ana'));
    clock.advance(1);
    await askers.add(id, askerOf('luz'));
    const since = clock.now();
    expect(await askers.attended('pigeon', 'chat-luz', since)).toBeUndefined();
    await answers.send(id, 'Sí.', 'press', () => TOLD);
    expect(await askers.attended('pigeon', 'chat-luz', since)).toMatchObject({ ticket: { id }, number: 2 });
    await askers.end('pigeon', 'chat-luz');
    expect(await askers.attended('pigeon', 'chat-luz', since)).toBeUndefined();
    expect((await askers.of(id)).map(({ to }) => to.id)).toEqual(['chat-ana']);
    clock.advance(1);
    expect(await askers.attended('pigeon', 'chat-ana', clock.now())).toBeUndefined();
  });

  it('find the ticket that their conversation asked last', async () => {
    const { tickets, askers } = await open();
    const first = await opened(tickets);
    const second = await opened(tickets, { ...QUESTION, key: 'otra' });
    await askers.add(second.id, askerOf('ana'));
    clock.advance(1);
    await askers.add(first.id, askerOf('ana'));
    expect(await askers.latest('pigeon', 'chat-ana')).toMatchObject({ id: first.id });
  });
});
