import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { createBackroom } from '../src/backroom.ts';
import type { Adapter, Reply } from '../src/messaging/index.ts';
import { describeOnEachEngine } from './support/engines.ts';
import { folderOf } from './support/knowledge-folder.ts';
import { recordingLogger } from './support/recording-logger.ts';
import { notedRoom } from './support/team-room.ts';

const knowledgeDir = mkdtempSync(join(tmpdir(), 'aga-'));
afterAll(() => rmSync(knowledgeDir, { recursive: true }));

describeOnEachEngine('the backroom', ({ open, clock }) => {
  it('shows what was asked, sends what is owed and writes drafts, until it is told to stop', async () => {
    const store = await open();
    const sent: Reply[] = [];
    const room = notedRoom();
    const pigeon: Adapter = {
      name: 'pigeon',
      run: async () => {},
      send: async (_, reply) => void sent.push(reply),
    };
    const dove: Adapter = { name: 'dove', run: async () => {}, room, send: async () => {} };
    const backroom = createBackroom({
      store,
      platforms: ['pigeon', 'dove'],
      knowledgeDir,
      placeOf: () => 'place',
      now: clock.now,
      logger: recordingLogger(),
    });
    expect(backroom.hasRoom()).toBe(false);
    backroom.join([pigeon, dove]);
    expect(backroom.hasRoom()).toBe(true);

    const opened = await store.tickets.open({ question: '¿Quién?', key: 'quien', language: 'es' });
    const id = opened?.ticket.id ?? '';
    await store.askers.add(id, {
      person: { platform: 'pigeon', author: 'ana', conversation: 'c' },
      to: { id: 'c', kind: 'direct' },
      language: 'es',
    });
    const controller = new AbortController();
    const working = backroom.work(controller.signal);
    await vi.waitFor(() => expect(room.cards.size).toBe(1));
    await backroom.desk.send(id, 'U1', 'El Estado.', 'press');
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    const title = `Quién ${store.engine}`;
    const saved = await backroom.desk.save(id, { title, text: 'El Estado.' });
    const draft = 'ticket' in saved ? (saved.ticket.draft ?? '') : '';
    expect(readFileSync(join(knowledgeDir, draft), 'utf8')).toContain('draft: true');
    expect(await backroom.desk.save(id, { title, text: 'El Estado.' })).toEqual(saved);
    expect(await backroom.desk.save(id, { title, text: 'Otra cosa.' })).toHaveProperty('problem');
    expect(readFileSync(join(knowledgeDir, draft), 'utf8')).toContain('El Estado.');
    controller.abort();
    await working;
  });

  it('does not fail when the store is gone', async () => {
    const store = await open();
    const backroom = createBackroom({
      store,
      platforms: [],
      knowledgeDir,
      placeOf: () => 'place',
      now: clock.now,
      logger: recordingLogger(),
    });
    await store.close();
    await backroom.tellOfNews(await folderOf({}));
    const controller = new AbortController();
    const working = backroom.work(controller.signal);
    controller.abort();
    await working;
  });
});
