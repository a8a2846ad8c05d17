import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messaging/index.ts';
import { type Chat, chatOver } from '../support/chat.ts';
import { folderOf } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

const village = async (): Promise<Chat> => chatOver(await folderOf(VILLAGE));
const QUESTION = '¿quién coordinó el III Plan?';

describe('why', () => {
  it('names the file, the section, the words found and how sure the answer was', async () => {
    const chat = await village();
    const { confidence, reply } = chat.say(QUESTION);
    const [source] = reply.sources;
    const why = chat.say('¿por qué?');
    expect(why.intent).toBe('why');
    expect(why.reply.sources).toEqual([source]);
    const text = plainText(why.reply);
    expect(text).toContain(source?.path);
    expect(text).toContain('¿Quién coordinó el III Plan?');
    expect(text).toMatch(/- coordinó/);
    expect(text).toContain(`${Math.round(confidence * 100)} sobre 100`);
  });

  it('explains by its button an answer given before others, and one that nobody remembers', async () => {
    const chat = await village();
    const { reply, confidence } = chat.say(QUESTION);
    const button = reply.actions?.find(({ kind }) => kind === 'why');
    chat.command('desafios');
    expect(plainText(chat.choose(button?.id ?? '').reply)).toContain(`${Math.round(confidence * 100)} sobre`);
    const later = (await village()).choose(button?.id ?? '');
    expect(later.intent).toBe('why');
    expect(plainText(later.reply)).toContain('¿Quién coordinó el III Plan?');
    expect(plainText(later.reply)).not.toContain('sobre 100');
  });

  it('has nothing to explain at the beginning, or under an unknown button', async () => {
    const chat = await village();
    expect(chat.say('por qué').status).toBe('small-talk');
    expect(chat.choose('porque:0000000aaaaaaa').intent).toBe('fallback');
  });

  it('leaves a question that begins so to the search', async () => {
    expect((await village()).say('por qué se secó el río').intent).toBe('ask');
  });
});
