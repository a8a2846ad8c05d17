import { expect, it } from 'vitest';
import { tellOfNews } from '../../src/team/index.ts';
import { answerReply } from '../../src/team/replies.ts';
import { describeOnEachEngine } from '../support/engines.ts';
import { folderOf } from '../support/knowledge-folder.ts';

const POST =
  '---\ntitle: Mesas de justicia en Tunja\ntipo: publicacion\ndate: 2026-04-02\n---\n\nHubo doce mesas.\n';
const ANA = { id: 'chat-ana', kind: 'direct' } as const;
const placeOf = () => 'place';

describeOnEachEngine('notices', ({ open }) => {
  it('tell subscribers of a new post once: of all, or of their theme', async () => {
    const store = await open();
    await tellOfNews(await folderOf({}), { store, placeOf });
    for (const [name, theme] of [
      ['ana', undefined],
      ['luz', 'la justicia'],
      ['eva', 'agua'],
    ] as const)
      await store.subscriptions.add(
        { platform: 'pigeon', to: { id: `chat-${name}`, kind: 'direct' }, language: 'es' },
        theme,
      );
    const folder = await folderOf({ 'publicaciones/mesas.md': POST });
    for (let times = 0; times < 3; times++) await tellOfNews(folder, { store, placeOf });
    const told = await store.outbox.claim(10, ['pigeon']);
    expect(told.map(({ to }) => to.id).sort()).toEqual(['chat-ana', 'chat-luz']);
    expect(told[0]?.reply.suggestions).toMatchObject([{ id: 'ver:place' }]);
  });

  it('go on where a crash left them, and repeat nothing', async () => {
    const store = await open();
    await tellOfNews(await folderOf({}), { store, placeOf });
    await store.subscriptions.add({ platform: 'pigeon', to: ANA, language: 'es' });
    const folder = await folderOf({ 'publicaciones/mesas.md': POST });
    const failing = {
      ...store,
      announced: { ...store.announced, add: () => Promise.reject(new Error('crash')) },
    };
    await expect(tellOfNews(folder, { store: failing, placeOf })).rejects.toThrow('crash');
    await tellOfNews(folder, { store, placeOf });
    expect(await store.outbox.waiting()).toBe(1);
  });

  it('tell who wanted to know that the answer of the team is published', async () => {
    const store = await open();
    const opened = await store.tickets.open({ question: '¿Quién paga?', key: 'pag', language: 'es' });
    const id = opened?.ticket.id ?? '';
    const person = { platform: 'pigeon', author: 'ana', conversation: ANA.id };
    await store.askers.add(id, { person, to: ANA, language: 'es' });
    await store.askers.setWantsNotice(id, person, true);
    await store.answers.send(id, 'El Estado.', 'press', () =>
      answerReply({ id, question: '¿Quién paga?' }, 'x', 'es'),
    );
    const draft = (isDraft: boolean) =>
      `---\ntitle: Quién paga\ndate: 2026-04-02\ndraft: ${isDraft}\nconsulta: ${id}\n---\n\nPaga el Estado.\n`;
    await tellOfNews(await folderOf({ 'borradores/a.md': draft(true) }), { store, placeOf });
    expect(await store.outbox.waiting()).toBe(1);
    const published = await folderOf({ 'borradores/a.md': draft(false) });
    for (let times = 0; times < 3; times++) await tellOfNews(published, { store, placeOf });
    expect(await store.outbox.waiting()).toBe(2);
  });
});
