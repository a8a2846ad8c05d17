import { expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.ts';
import { createHandle } from '../../src/handle.ts';
import { type IncomingMessage, type Input, plainText } from '../../src/messaging/index.ts';
import type { Exchange } from '../../src/operations/index.ts';
import { createRecords } from '../../src/records/index.ts';
import { createAttempt } from '../../src/store/index.ts';
import { createDesk, createTalks } from '../../src/team/index.ts';
import { teamTexts } from '../../src/texts/team.ts';
import { describeOnEachEngine, type Stores } from '../support/engines.ts';
import { folderOf } from '../support/knowledge-folder.ts';
import { recordingLogger } from '../support/recording-logger.ts';
import { notedRoom } from '../support/team-room.ts';
import { VILLAGE } from '../support/village.ts';

const UNKNOWN = '¿cuántas gallinas verdes tiene el zurubí?';
const KNOWN = '¿quién coordinó el III Plan?';

async function assistantWithRecords({ open, clock }: Pick<Stores, 'open' | 'clock'>) {
  const store = await open();
  const room = notedRoom();
  const logger = recordingLogger();
  const common = { store, room: () => room, now: clock.now, logger };
  const desk = createDesk({
    ...common,
    platforms: [],
    today: () => '2026-11-24',
    write: async () => 'failed',
  });
  const talks = createTalks({ ...common, desk });
  const attempt = createAttempt(clock.now, logger);
  const records = createRecords({ store, attempt, talks, show: desk.show });
  const assistant = createAssistant({
    folder: await folderOf(VILLAGE),
    now: clock.now,
    hasTeam: () => true,
    keepsRecords: true,
  });
  const told: Exchange[] = [];
  const handle = createHandle({ assistant, tell: (exchange) => told.push(exchange), records });
  let count = 0;
  const send = (input: Input | string, person = 'ana', kind: 'direct' | 'group' = 'direct') => {
    const message: IncomingMessage = {
      id: String(++count),
      platform: 'pigeon',
      conversation: { id: kind === 'direct' ? `chat-${person}` : 'plaza', kind },
      author: { id: person },
      input: typeof input === 'string' ? { kind: 'text', text: input } : input,
    };
    return handle(message);
  };
  const text = async (input: Input | string, person?: string, kind?: 'direct' | 'group') => {
    const reply = await send(input, person, kind);
    return reply === undefined ? undefined : plainText(reply);
  };
  return { store, room, desk, told, send, text };
}

describeOnEachEngine('records', (stores) => {
  it('count every exchange, and keep the words of those without an answer alone', async () => {
    const { store, text } = await assistantWithRecords(stores);
    await text(KNOWN);
    await text(UNKNOWN);
    const period = { since: new Date(0), until: new Date(stores.clock.now().getTime() + 1) };
    const statuses = await store.questions.countsBy('status', period);
    expect(statuses.map(({ value }) => value).sort()).toEqual(['answered', 'no-answer']);
    expect((await store.questions.unanswered(period)).map((one) => one.text)).toEqual([UNKNOWN]);
  });

  it('tell at the first contact what is kept, once a person', async () => {
    const { text } = await assistantWithRecords(stores);
    expect(await text(KNOWN)).toContain(teamTexts.es.firstContact);
    expect(await text(KNOWN)).not.toContain(teamTexts.es.firstContact);
    expect(await text(KNOWN, 'luz')).toContain(teamTexts.es.firstContact);
    expect(await text(KNOWN, 'eva', 'group')).not.toContain(teamTexts.es.firstContact);
  });

  it('count one vote a person and answer, the last one', async () => {
    const { store, send } = await assistantWithRecords(stores);
    const reply = await send(KNOWN);
    const press = (kind: string, person: string) =>
      send({ kind: 'choice', id: reply?.actions?.find((action) => action.kind === kind)?.id ?? '' }, person);
    await press('useful', 'ana');
    await press('useful', 'luz');
    await press('useless', 'ana');
    expect(await store.votes.counts({ since: new Date(0), until: new Date(8.64e15) })).toMatchObject([
      { useful: 1, useless: 1, document: 'planes/iii.md' },
    ]);
    await press('report', 'ana');
    expect(await store.reports.since(new Date(0))).toMatchObject([
      { document: 'planes/iii.md', question: KNOWN },
    ]);
  });

  it('keep the assistant silent in a group until it is called back', async () => {
    const { text, told } = await assistantWithRecords(stores);
    await text('silencio aquí', 'ana', 'group');
    expect(await text(KNOWN, 'luz', 'group')).toBeUndefined();
    expect(told.at(-1)).toMatchObject({ status: 'refused', reason: 'muted' });
    expect(await text(KNOWN, 'luz')).toBeDefined();
    expect(await text('puede hablar aquí', 'luz', 'group')).toBeDefined();
    expect(await text(KNOWN, 'luz', 'group')).toBeDefined();
  });

  it('pause a platform that was turned off', async () => {
    const { store, text } = await assistantWithRecords(stores);
    await store.switches.turn('pigeon', 'off', 'lluvia');
    expect(await text(KNOWN)).toBe(teamTexts.es.paused);
    await store.switches.turn('pigeon', 'on', '');
    expect(await text(KNOWN)).not.toBe(teamTexts.es.paused);
  });

  it('let a person attend: what they wrote goes to the team and not to the search', async () => {
    const { store, room, desk, send, text } = await assistantWithRecords(stores);
    await send(UNKNOWN);
    await send({ kind: 'choice', id: 'equipo' });
    await send({ kind: 'choice', id: 'equipo-si' });
    const [ticket] = room.cards.values();
    expect(ticket).toMatchObject({ question: UNKNOWN, askers: 1 });
    await send({ kind: 'choice', id: 'avisame' });
    await desk.send(ticket?.id ?? '', 'U1', 'Ninguna.', 'press');
    expect((await store.askers.of(ticket?.id ?? '')).map(({ wantsNotice }) => wantsNotice)).toEqual([true]);
    expect(await text(KNOWN)).toBe(teamTexts.es.forwarded);
    await send({ kind: 'choice', id: 'terminar' });
    expect(await text(KNOWN)).toContain('Secretaría del Río');
  });

  it('show a person what is kept of them, and erase it at once', async () => {
    const { store, room, send, text } = await assistantWithRecords(stores);
    await send(UNKNOWN);
    await send({ kind: 'choice', id: 'equipo' });
    await send({ kind: 'choice', id: 'equipo-si' });
    await send({ kind: 'command', name: 'suscribirme', args: 'agua' });
    const shown = await text({ kind: 'command', name: 'misdatos', args: '' });
    expect(shown).toContain(UNKNOWN);
    expect(shown).toContain('agua');
    expect(await text({ kind: 'command', name: 'borrar', args: '' })).toBe(teamTexts.es.erased);
    expect([...room.cards.values()][0]).toMatchObject({ status: 'discarded', question: '' });
    const { keptOf } = store.privacy;
    const person = { platform: 'pigeon', author: 'ana', conversation: 'chat-ana' };
    expect(await keptOf(person, true)).toMatchObject({
      questions: { count: 0 },
      tickets: { count: 0 },
      subscriptions: [],
    });
  });

  it('do without a store that is gone: questions are answered, promises are not made', async () => {
    const { store, text } = await assistantWithRecords(stores);
    await store.close();
    expect(await text(KNOWN)).toContain('Secretaría del Río');
    expect(await text({ kind: 'command', name: 'suscribirme', args: '' })).toBe(teamTexts.es.recordsDown);
  });
});
