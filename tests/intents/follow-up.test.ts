import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/messaging/index.ts';
import { type Chat, chatOver } from '../support/chat.ts';
import { folderOf, shippedFolder } from '../support/knowledge-folder.ts';
import { VILLAGE } from '../support/village.ts';

const CONVERSATIONS: readonly (readonly (readonly [question: string, path: string, shows: string])[])[] = [
  [
    ['¿Cuántos compromisos tuvo el III plan?', 'planes/iii.md', '26'],
    ['¿y el cuarto?', 'planes/iv.md', '15'],
    ['y el V?', 'planes/v.md', '9'],
    ['¿quién lo coordinó?', 'planes/v.md', 'Mesa de la Montaña'],
    ['¿y cuándo se presentó?', 'planes/v.md', '4 de marzo de 2023'],
    ['¿y el tercero?', 'planes/iii.md', '4 de marzo de 2017'],
  ],
  [
    ['quien coordino el iv plan', 'planes/iv.md', 'Oficina de los Puentes'],
    ['y cuantos compromisos tuvo', 'planes/iv.md', '15'],
  ],
  [
    ['háblame del desafío de agua', 'desafios/agua.md', 'caudal'],
    ['¿y el de caminos?', 'desafios/caminos.md', 'senderos'],
  ],
];

describe('a follow-up', () => {
  it.each(CONVERSATIONS)('is read with what came before: %j', async (...turns) => {
    const chat = chatOver(await folderOf(VILLAGE));
    for (const [question, path, shows] of turns) {
      const { reply, status } = chat.say(question);
      expect([question, status, reply.sources[0]?.path]).toEqual([question, 'answered', path]);
      expect(plainText(reply)).toContain(shows);
    }
  });

  it('has nothing to lean on at the start', async () => {
    const chat = chatOver(await folderOf(VILLAGE));
    expect(chat.say('¿y el cuarto?').status).not.toBe('error');
    expect(chat.say('¿quién lo coordinó?').status).not.toBe('error');
  });

  it('leaves a question that stands alone as it is', async () => {
    const chat = chatOver(await folderOf(VILLAGE));
    chat.say('¿Cuántos compromisos tuvo el III plan?');
    expect(chat.say('¿Qué es un mojón?').reply.sources[0]?.path).toBe('glosario/glosario.md');
    expect(chat.say('¿Cuántas personas reunió la feria de la transparencia?').reply.sources[0]?.path).toBe(
      'publicaciones/2021-05-06-feria.md',
    );
  });
});

describe('a follow-up over the shipped folder', () => {
  let chat: Chat;
  beforeAll(async () => {
    chat = chatOver(await shippedFolder());
  });

  it('exchanges the plan, then asks of it', () => {
    const paths = ['¿Cuántos compromisos tuvo el III plan?', '¿y el cuarto?', '¿quién lo coordinó?'].map(
      (question) => chat.say(question).reply.sources[0]?.path,
    );
    expect(paths).toEqual(['planes/iii-plan.md', 'planes/iv-plan.md', 'planes/iv-plan.md']);
  });

  it('asks of the plan that was spoken of when none is named', () => {
    chat.say('quien coordino el iv plan');
    for (const [question, path] of [
      ['cuantos compromisos tuvo', 'planes/iv-plan.md'],
      ['y el V?', 'planes/v-plan.md'],
    ] as const)
      expect(chat.say(question).reply.sources[0]?.path).toBe(path);
  });

  it('exchanges the challenge, reads on and chooses', () => {
    expect(chat.say('háblame del desafío de justicia').reply.sources[0]?.path).toBe('desafios/justicia.md');
    const gender = chat.say('¿y el de género?');
    expect(gender.reply.sources[0]?.path).toBe('desafios/genero.md');
    const more = chat.say('más');
    expect(more).toMatchObject({ intent: 'show', status: 'answered' });
    expect(more.reply.sources[0]?.path).toBe('desafios/genero.md');
    const first = chat.choose(more.reply.suggestions[0]?.id ?? '');
    expect(plainText(first.reply)).toContain(more.reply.suggestions[0]?.label);
  });

  it('follows in English', () => {
    chat.say('how many commitments did the third plan have?');
    const { reply } = chat.say('and the fourth?');
    expect(reply.language).toBe('en');
    expect(plainText(reply)).toContain('15');
  });
});
