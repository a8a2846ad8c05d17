import { describe, expect, it } from 'vitest';
import { createKnowledgeBase } from '../../src/intents/index.ts';
import { shortId } from '../../src/intents/short-id.ts';
import { plainText } from '../../src/messaging/index.ts';
import { textsFor } from '../../src/texts/index.ts';
import { chatOver } from '../support/chat.ts';
import { folderOf } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

const sentences = Array.from(
  { length: 40 },
  (_, index) => `Esta es la frase número ${index + 1} del relato del río.`,
);

describe('a button that points to a section', () => {
  it('shows it with its heading and source, and then what follows', async () => {
    const chat = chatOver(await folderOf(VILLAGE));
    const { reply } = chat.choose(`ver:${shortId('planes/iii.md', 'quién-coordinó-el-iii-plan')}`);
    expect(plainText(reply)).toBe(
      '¿Quién coordinó el III Plan?\n\nEl III Plan lo coordinó la Secretaría del Río.\n\nFuente: III Plan del pueblo, 4 de marzo de 2017.',
    );
    expect(reply.suggestions.map(({ label }) => label)).toEqual(['¿Cuándo se presentó el III Plan?']);
  });

  it('shows a long section in pages, every sentence once and in order', async () => {
    const chat = chatOver(await folderOf({ 'a.md': `# Relato\n\n${sentences.join(' ')}\n` }));
    let result = chat.choose(`ver:${shortId('a.md', '')}`);
    let read = plainText(result.reply);
    let pages = 1;
    for (; result.reply.pages?.next !== undefined; pages++) {
      result = chat.choose(result.reply.pages.next.id);
      read += plainText(result.reply);
    }
    expect(pages).toBeGreaterThan(1);
    expect(result.reply.pages).toMatchObject({ number: pages, count: pages });
    expect(read.match(/Esta es la frase número \d+ del relato del río\./g)).toEqual(sentences);
  });

  it.each([
    'ver:0000000aaaaaaa',
    'ver:',
    'ver',
    '',
    'zzz',
    'ver:x:-1',
    'desafios:99',
    '__proto__',
    'x'.repeat(500),
  ])('answers an old or unknown button: %j', async (id) => {
    const { status, reply } = chatOver(await folderOf(VILLAGE)).choose(id);
    expect(status).not.toBe('error');
    expect(plainText(reply)).not.toBe('');
  });

  it.each(['-1', '1.5', '99', 'x'])(
    'of a list or a section that got shorter shows what there is: page %s',
    async (page) => {
      const chat = chatOver(await folderOf(VILLAGE));
      expect(plainText(chat.choose(`desafios:${page}`).reply)).toContain('- Agua\n- Caminos');
      const id = shortId('planes/iii.md', 'quién-coordinó-el-iii-plan');
      expect(plainText(chat.choose(`ver:${id}:${page}`).reply)).toContain('Secretaría del Río');
    },
  );

  it('says that the link is gone', async () => {
    const { reply } = chatOver(await folderOf(VILLAGE)).choose('ver:0000000aaaaaaa');
    expect(plainText(reply)).toBe(textsFor('es').greeting.unknownLink);
  });
});

describe('a deep link', () => {
  it('opens its section, by the file of today or one of its old names', async () => {
    const chat = chatOver(
      await folderOf({
        'nuevo.md': '---\ntitle: Agua\naliases: [/viejo/]\n---\n\n## Riego\n\nEl agua llega los lunes.\n',
      }),
    );
    for (const path of ['nuevo.md', 'viejo'])
      expect(plainText(chat.command('start', shortId(path, 'riego')).reply)).toContain(
        'El agua llega los lunes.',
      );
    expect(plainText(chat.command('start', 'zzz').reply)).toContain(textsFor('es').greeting.unknownLink);
  });
});

describe('shortId', () => {
  it('depends on the place alone, not on the extension, and fits every platform', () => {
    expect(shortId('a/b.md', 'c')).toBe(shortId('/a/b.markdown', 'c'));
    expect(shortId('a/b.md', 'c')).not.toBe(shortId('a/b.md', 'd'));
    expect(shortId('a/b.md', 'c')).toMatch(/^[a-z0-9]{14}$/);
  });

  it('is another for every section of the folder, and leads back to it', async () => {
    const folder = await folderOf(VILLAGE);
    const base = createKnowledgeBase(folder);
    const places = folder.documents.flatMap((document) =>
      document.sections.map((section) => ({ document, section })),
    );
    expect(places.map(({ document, section }) => base.place(base.idOf(document, section)))).toEqual(places);
  });
});
