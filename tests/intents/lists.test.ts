import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messaging/index.ts';
import { textsFor } from '../../src/texts/index.ts';
import { type Chat, chatOver } from '../support/chat.ts';
import { type Files, folderOf } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

const village = async (more: Files = {}): Promise<Chat> => chatOver(await folderOf({ ...VILLAGE, ...more }));

const COMMITMENTS: Files = {
  'compromisos/iii.md': `---\ntitle: Compromisos del III Plan\ntipo: compromisos\nplan: 3\n---\n\n${Array.from(
    { length: 23 },
    (_, index) =>
      `## Compromiso ${index + 1} del III Plan: obra ${index + 1}\n\nLo hace la cuadrilla ${index % 2 === 0 ? 'roja' : 'verde'}.\n`,
  ).join('\n')}`,
  'compromisos/iv.md':
    '---\ntitle: Compromisos del IV Plan\ntipo: compromisos\nplan: 4\n---\n\nAlgo más.\n\n## Compromiso 1 del IV Plan: puente\n\nLo hace la cuadrilla roja.\n\n## Lo demás\n\nNada.\n',
};

describe('the lists', () => {
  it('stand in the order of their weight, each line with a button', async () => {
    const { reply } = (await village()).say('ver los desafíos');
    expect(reply.suggestions.map(({ label }) => label)).toEqual(['Agua', 'Caminos']);
    expect(reply.sources.map(({ path }) => path)).toEqual(['desafios/agua.md', 'desafios/caminos.md']);
  });

  it('gives posts newest first, and those of a year', async () => {
    const chat = await village();
    expect(chat.command('noticias').reply.sources.map(({ date }) => date)).toEqual([
      '2021-05-06',
      '2019-01-02',
    ]);
    expect(plainText(chat.say('publicaciones de 2019').reply)).toContain(
      'Minga por el puente, 2 de enero de 2019',
    );
    expect(plainText(chat.say('publicaciones de 2019').reply)).not.toContain('Feria');
    expect(chat.say('publicaciones de 1999')).toMatchObject({ status: 'no-answer', reason: 'empty-list' });
  });

  it('says when there is nothing of a kind', async () => {
    const chat = chatOver(await folderOf({ 'a.md': '# Agua\n\nEl agua llega los lunes.\n' }));
    for (const name of ['desafios', 'planes', 'publicaciones', 'glosario'])
      expect(plainText(chat.command(name).reply)).toContain(textsFor('es').list.nothing);
  });
});

describe('the commitments', () => {
  it('come by pages, every one once', async () => {
    const chat = await village(COMMITMENTS);
    let result = chat.command('compromisos', 'III plan');
    const labels: string[] = [];
    for (let pages = 0; pages < 9; pages++) {
      const more = result.reply.pages?.next;
      labels.push(
        ...result.reply.suggestions.map(({ label }) => label).filter((label) => label.startsWith('Comp')),
      );
      if (more === undefined) break;
      expect(result.reply.pages).toMatchObject({ number: pages + 1, count: 3 });
      result = chat.choose(more.id);
    }
    expect(labels).toEqual(
      Array.from({ length: 23 }, (_, i) => `Compromiso ${i + 1} del III Plan: obra ${i + 1}`),
    );
    expect(plainText(result.reply)).toContain(textsFor('es').list.page(21, 23, 23));
  });

  it.each([
    ['compromisos del cuarto plan', 1],
    ['¿cuáles son los compromisos de la cuadrilla verde?', 11],
    ['list the commitments of the fourth plan', 1],
    ['compromisos', 24],
  ])('are found by plan, entity or topic: %s', async (text, total) => {
    const { intent, reply } = (await village(COMMITMENTS)).say(text);
    expect(intent).toBe('commitments');
    const first = reply.suggestions.filter(({ label }) => label.startsWith('Compromiso ')).length;
    expect(first).toBe(Math.min(10, total));
    if (total > 10) expect(plainText(reply)).toContain(String(total));
  });

  it('leave a question about something else to the search', async () => {
    const chat = await village(COMMITMENTS);
    expect(chat.say('compromisos de los marcianos').intent).toBe('ask');
    expect(chat.command('compromisos', 'marcianos')).toMatchObject({
      status: 'no-answer',
      reason: 'empty-list',
    });
  });
});

describe('the glossary', () => {
  it.each([
    '/glosario mojon',
    '¿Qué es un mojón?',
    'mojon que es',
    'significado de mojón',
    'q es el mojon',
    '¿y qué es el mojón?',
    'ok y mojon que es',
  ])('explains a term: %s', async (text) => {
    const chat = await village();
    const { intent, reply } = text.startsWith('/') ? chat.command('glosario', 'mojon') : chat.say(text);
    expect(intent).toBe('define');
    expect(plainText(reply)).toContain('Un mojón es una piedra que marca un lindero.');
  });

  it.each(['¿Qué es la JAP?', 'que significa junta de agua potable', 'define JAP'])(
    'knows a term by its acronym and by its name: %s',
    async (text) => {
      const { intent, reply } = (await village()).say(text);
      expect(intent).toBe('define');
      expect(plainText(reply)).toContain('JAP (Junta de Agua Potable)');
    },
  );

  it('lists its terms, and leaves what it lacks to the search', async () => {
    const chat = await village();
    expect(chat.command('glosario').reply.suggestions.map(({ label }) => label)).toEqual([
      'JAP (Junta de Agua Potable)',
      'Mojón',
    ]);
    expect(chat.say('¿Qué es un zurubí?').intent).toBe('ask');
  });
});
