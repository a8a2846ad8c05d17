import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createBackroom } from '../../../../src/backroom.ts';
import { type Adapter, plainText } from '../../../../src/messaging/index.ts';
import { textReply } from '../../../support/adapter-contract.ts';
import { describeOnEachEngine } from '../../../support/engines.ts';
import { buttonsOf, shownText } from '../../../support/slack-blocks.ts';
import { TEAM } from '../../../support/slack-member.ts';
import { startRoom } from '../../../support/slack-room.ts';

const knowledgeDir = mkdtempSync(join(tmpdir(), 'aga-'));
afterAll(() => rmSync(knowledgeDir, { recursive: true }));

describeOnEachEngine('the room at the desk that keeps its questions', ({ open, clock }) => {
  it('takes a question to an answer, a draft and a second answer, and hears what is owed to it', async () => {
    const store = await open();
    const sent: string[] = [];
    const pigeon: Adapter = {
      name: 'pigeon',
      run: async () => {},
      send: async (_, reply) => void sent.push(plainText(reply)),
    };
    const platforms = ['pigeon', 'slack'];
    const parts = { store, platforms, knowledgeDir, placeOf: () => 'place', now: clock.now };
    const backroom = createBackroom({ ...parts, logger: store.logger });
    const room = await startRoom({ desk: backroom.desk });
    backroom.join([pigeon, room.adapter]);
    const opened = await store.tickets.open({ question: '¿Quién paga?', key: 'quien', language: 'es' });
    const id = opened?.ticket.id ?? '';
    await store.askers.add(id, {
      person: { platform: 'pigeon', author: 'ana', conversation: 'c' },
      to: { id: 'c', kind: 'direct' },
      language: 'es',
    });
    const stop = new AbortController();
    const working = backroom.work(stop.signal);
    const { server } = room;
    const labels = () => buttonsOf(room.card(id).blocks).map(({ label }) => label);
    const answer = async (button: string, text: string) => {
      await room.press(id, button);
      await room.windowTitled('Responder');
      await room.submit({ answer: text });
      expect(shownText(room.window().view.blocks)).toContain(text);
      await room.submit();
      expect(shownText(room.window().view.blocks)).toMatch(/^Listo\./);
    };

    await server.until(() => server.posted.some(({ shown }) => shown.includes('¿Quién paga?')));
    await room.press(id, 'Tomar');
    await server.until(() => room.card(id).shown.includes('@UANA'));
    await answer('Responder', 'Paga el Estado.');
    await server.until(() => sent.length === 1);
    expect(sent[0]).toContain('Paga el Estado.');

    await room.press(id, 'Guardar como conocimiento');
    await room.windowTitled('Guardar conocimiento');
    await room.submit({ title: `Quién paga ${store.engine}` });
    await server.until(() => labels().length === 1);
    const draft = (await backroom.desk.ticket(id))?.draft ?? '';
    expect(readFileSync(join(knowledgeDir, draft), 'utf8')).toContain('Paga el Estado.');
    await answer('Responder otra vez', 'Paga el Estado, en mayo.');
    await server.until(() => sent.length === 2);

    const card = (await store.tickets.get(id))?.card ?? '';
    const to = room.adapter.room?.thread(card);
    if (to === undefined) throw new Error('the adapter has no room');
    await store.outbox.put({ key: 'forward:1', platform: 'slack', to, reply: textReply('Gracias.') });
    await server.until(() => server.posted.some(({ shown }) => shown === 'Gracias.'));
    expect(server.posted.find(({ shown }) => shown === 'Gracias.')).toMatchObject({
      channel: TEAM,
      thread: card.split(':')[1],
    });
    expect(server.refused).toEqual([]);
    stop.abort();
    await working;
    await room.stop();
  });
});
