import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messaging/index.ts';
import { textsFor } from '../../src/texts/index.ts';
import { type Chat, chatOver } from '../support/chat.ts';
import { folderOf } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

const village = async (): Promise<Chat> => chatOver(await folderOf(VILLAGE));

describe('more', () => {
  it('reads on until the end, and then says so', async () => {
    const chat = await village();
    chat.say('¿Cuántos compromisos tuvo el III plan?');
    const shown = [1, 2, 3, 4, 5].map(() => chat.say('más'));
    const end = shown.findIndex(({ intent }) => intent === 'more');
    expect(end).toBeGreaterThan(0);
    expect(shown.slice(0, end).map(({ intent }) => intent)).toEqual(Array(end).fill('show'));
    expect(shown.slice(end).map(({ reply }) => plainText(reply))).toContain(textsFor('es').list.ended);
  });

  it('has nothing to go on with at the start', async () => {
    const chat = await village();
    expect(plainText(chat.say('ver más').reply)).toBe(textsFor('es').list.nothingToContinue);
    expect(plainText(chat.say('show more').reply)).toBe(textsFor('en').list.nothingToContinue);
  });
});

describe('a number or an ordinal', () => {
  it.each(['2', 'la segunda', 'opción 2', 'el 2', 'second', '#2', 'Segundo.'])(
    'chooses what was offered: %s',
    async (text) => {
      const chat = await village();
      const { reply } = chat.command('planes');
      expect(reply.suggestions[1]?.label).toBe('IV Plan del pueblo');
      expect(chat.say(text).reply.sources[0]?.path).toBe('planes/iv.md');
    },
  );

  it('chooses nothing past the end or in a longer text', async () => {
    const chat = await village();
    chat.command('planes');
    expect(chat.say('99').intent).not.toBe('show');
    expect(chat.say('0').intent).not.toBe('show');
    expect(chat.say('2 personas').intent).not.toBe('show');
  });
});

describe('source', () => {
  it('repeats where the last answer came from', async () => {
    const chat = await village();
    const answer = chat.say('¿Quién coordinó el IV Plan?');
    for (const text of [
      '¿de dónde sacó eso?',
      'fuente',
      'y la fuente',
      'pásame el enlace',
      '¿tiene el link?',
      'link',
    ]) {
      const { intent, reply } = chat.say(text);
      expect(intent).toBe('source');
      expect(reply.sources).toEqual(answer.reply.sources);
    }
    expect(plainText(chat.say('source?').reply)).toContain('Source: IV Plan del pueblo, 4 March 2020.');
  });

  it('says that there is none yet', async () => {
    const chat = await village();
    expect(plainText(chat.say('¿cuál es la fuente?').reply)).toBe(textsFor('es').source.none);
  });
});
