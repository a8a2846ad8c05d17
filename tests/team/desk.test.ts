import { expect, it } from 'vitest';
import type { DeskResult, IncomingMessage } from '../../src/messaging/index.ts';
import { plainText } from '../../src/messaging/index.ts';
import { createDesk, createTalks } from '../../src/team/index.ts';
import { roomTexts } from '../../src/texts/team.ts';
import { describeOnEachEngine, type Stores } from '../support/engines.ts';
import { recordingLogger } from '../support/recording-logger.ts';
import { notedRoom } from '../support/team-room.ts';

const QUESTION = '¿Quién paga las mesas de Tunja?';
const message = (person: string, text: string): IncomingMessage => ({
  id: `${person}-${text}`,
  platform: 'pigeon',
  conversation: { id: `chat-${person}`, kind: 'direct' },
  author: { id: person },
  input: { kind: 'text', text },
});

async function atDesk({ open, clock }: Pick<Stores, 'open' | 'clock'>) {
  const store = await open();
  const room = notedRoom();
  const files = new Map<string, string>();
  const desk = createDesk({
    store,
    room: () => room,
    platforms: ['pigeon'],
    today: () => '2026-11-24',
    logger: recordingLogger(),
    write: async (path, text) => {
      if (files.has(path)) return 'exists';
      files.set(path, text);
      return 'written';
    },
  });
  const talks = createTalks({ store, desk, room: () => room, now: clock.now });
  const ask = (person: string, question = QUESTION) =>
    talks.ask(message(person, question), question, `m-${person}`, 'es');
  return { store, room, files, desk, talks, ask };
}

const problemIn = (result: DeskResult): string | undefined =>
  'problem' in result ? result.problem : undefined;

describeOnEachEngine('the desk of the team', (stores) => {
  it('shows a question as one card, however many ask it and in whatever words', async () => {
    const { room, ask } = await atDesk(stores);
    await ask('ana');
    await ask('luz', 'quien paga las mesas en tunja');
    await ask('ana');
    await ask('eva', '¿Cuándo empieza el plan de aguas?');
    expect([...room.cards.values()].map(({ question, askers }) => [question, askers])).toEqual([
      [QUESTION, 2],
      ['¿Cuándo empieza el plan de aguas?', 1],
    ]);
    expect(JSON.stringify([...room.cards])).not.toMatch(/ana|luz|chat-/);
  });

  it('sends what a member wrote to everyone who asked, after showing it to the member', async () => {
    const { store, room, desk, ask } = await atDesk(stores);
    await ask('ana');
    await ask('luz');
    const [ticket] = room.cards.values();
    const id = ticket?.id ?? '';
    await desk.assign(id, 'U1');
    expect(room.cards.get('card-1')).toMatchObject({ status: 'claimed', assignee: 'U1' });
    const preview = await desk.preview(id, 'Las paga la <b>Alcaldía</b>.');
    expect(await store.outbox.waiting()).toBe(0);
    expect(await desk.send(id, 'U1', 'Las paga la <b>Alcaldía</b>.', 'press')).toMatchObject({
      ticket: { status: 'answered' },
    });
    await desk.send(id, 'U1', 'Las paga la <b>Alcaldía</b>.', 'press');
    const sent = await store.outbox.claim(10, ['pigeon']);
    expect(sent.map(({ quote }) => quote).sort()).toEqual(['m-ana', 'm-luz']);
    for (const { reply } of sent) expect(reply.blocks).toEqual(preview?.blocks);
    expect(room.cards.get('card-1')).toMatchObject({ status: 'answered' });
  });

  it.each([
    ['', roomTexts.empty],
    [' \n ', roomTexts.empty],
    ['x'.repeat(3_001), roomTexts.tooLong(3_000)],
    ['Llame a Ana al 300 123 4567', 'datos personales'],
  ])('sends nothing that it should not: %#', async (text, words) => {
    const { store, room, desk, ask } = await atDesk(stores);
    await ask('ana');
    const [ticket] = room.cards.values();
    expect(problemIn(await desk.send(ticket?.id ?? '', 'U1', text, 'press'))).toContain(words);
    expect(await store.outbox.waiting()).toBe(0);
  });

  it('passes what a person writes back on to the thread, until they end it', async () => {
    const { store, room, desk, talks, ask } = await atDesk(stores);
    await ask('ana');
    const [ticket] = room.cards.values();
    const id = ticket?.id ?? '';
    expect(await talks.attend(message('ana', 'hola'), () => 'es')).toBeUndefined();
    await desk.send(id, 'U1', 'La Alcaldía.', 'press');
    const back = await talks.attend(message('ana', '¿y desde cuándo?'), () => 'es');
    expect(back?.suggestions.map(({ id: choice }) => choice)).toEqual(['terminar']);
    const [forwarded] = await store.outbox.claim(10, ['dove']);
    expect(forwarded?.to).toEqual(room.thread('card-1'));
    expect(forwarded === undefined ? '' : plainText(forwarded.reply)).toContain('¿y desde cuándo?');
    expect(await store.outbox.claim(10, ['pigeon'])).toHaveLength(1);
    await talks.end(message('ana', 'terminar'));
    expect(await talks.attend(message('ana', 'otra cosa'), () => 'es')).toBeUndefined();
  });

  it('saves an answer as a draft once, and shows where', async () => {
    const { files, room, desk, ask } = await atDesk(stores);
    await ask('ana');
    const [ticket] = room.cards.values();
    const id = ticket?.id ?? '';
    await desk.send(id, 'U1', 'La Alcaldía.', 'press');
    const draft = { title: 'Quién paga las mesas', text: 'La Alcaldía.' };
    expect(await desk.save(id, draft)).toMatchObject({
      ticket: { draft: 'borradores/2026-11-24-quien-paga-las-mesas.md' },
    });
    expect([...files.values()][0]).toContain(id);
    expect(room.cards.get('card-1')?.draft).toBe('borradores/2026-11-24-quien-paga-las-mesas.md');
    expect(problemIn(await desk.save(id, draft))).toContain('Ya existe');
    expect(problemIn(await desk.save(id, { ...draft, title: '¿?' }))).toBe(roomTexts.noTitle);
  });

  it('closes a question with a reason, and tells who asked', async () => {
    const { store, room, desk, ask } = await atDesk(stores);
    await ask('ana');
    const [ticket] = room.cards.values();
    const id = ticket?.id ?? '';
    expect(await desk.discard(id, 'off-topic')).toMatchObject({ ticket: { reason: 'off-topic' } });
    expect(await store.outbox.waiting()).toBe(1);
    expect(problemIn(await desk.discard(id, 'off-topic'))).toBe(roomTexts.closed);
    expect(problemIn(await desk.assign('nada', 'U1'))).toBe(roomTexts.noTicket);
  });

  it('turns a platform off and on, with its reason', async () => {
    const { store, desk } = await atDesk(stores);
    expect(await desk.turn('pigeon', false, 'lluvia')).toBe(roomTexts.turnedOff('pigeon', 'lluvia'));
    expect(await store.switches.isOff('pigeon')).toBe(true);
    expect(await desk.turn('pigeon', true, '')).toBe(roomTexts.turnedOn('pigeon'));
    expect(await store.switches.isOff('pigeon')).toBe(false);
    expect(await desk.turn('dodo', false, 'x')).toBe(roomTexts.noPlatform('dodo'));
  });

  it('keeps a question whose room is out of reach', async () => {
    const { store, room, ask } = await atDesk(stores);
    room.close(true);
    await ask('ana');
    expect(room.cards.size).toBe(0);
    expect(await store.tickets.unshown()).toHaveLength(1);
  });
});
