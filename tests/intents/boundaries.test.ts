import { beforeAll, describe, expect, it } from 'vitest';
import type { AssistantResult } from '../../src/assistant.ts';
import { plainText } from '../../src/messaging/index.ts';
import { chatOver } from '../support/chat.ts';
import { shippedFolder } from '../support/knowledge-folder.ts';

let ask: (text: string) => AssistantResult;
beforeAll(async () => {
  const folder = await shippedFolder();
  ask = (text) => chatOver(folder).say(text);
});

describe('the boundaries', () => {
  it.each([
    ['auxilio me estan robando', 'emergency'],
    ['Me duele mucho el pecho', 'emergency'],
    ['I want to kill myself', 'emergency'],
    ['redacteme una tutela contra la EPS', 'petition'],
    ['quiero denunciar a mi alcalde', 'petition'],
    ['I want to file a complaint', 'petition'],
    ['¿usted cree que el gobierno es bueno?', 'opinion'],
    ['por quien voto', 'opinion'],
    ['who should I vote for', 'opinion'],
    ['en qué va mi proceso', 'personal-case'],
    ['como saco el pasaporte', 'personal-case'],
    ['telefono personal de la ministra', 'personal-case'],
    ['Quantos compromissos tem o plano e quais são?', 'language'],
    ['Сколько обязательств?', 'language'],
  ])('turn «%s» away as %s', (text, reason) => {
    expect(ask(text)).toMatchObject({ status: 'out-of-scope', reason });
  });

  it('give the emergency line', () => {
    expect(plainText(ask('es una emergencia').reply)).toContain('123');
  });

  it('answer in both languages when they know neither', () => {
    const text = plainText(ask('Wie viele Länder sind dabei und wer ist der Leiter?').reply);
    expect(text).toContain('español');
    expect(text).toContain('English');
  });

  it.each([
    '¿Quién coordinó el III Plan?',
    '¿Cómo se presenta una petición de información?',
    '¿Qué es una denuncia?',
    '¿Qué dice el plan sobre la corrupción?',
    '¿Qué compromisos hay sobre violencia contra las mujeres?',
    'what did the IRM say about the third plan',
    'ley de transparencia y derecho de petición, qué dice',
  ])('let a question about the folder pass: %s', (text) => {
    expect(ask(text).status).not.toBe('out-of-scope');
  });
});

describe('what the folder does not know', () => {
  it.each([
    ['¿Cuántos compromisos tiene el plan de gobierno abierto de Perú?', 'other-country'],
    ['the action plan of the United Kingdom', 'other-country'],
    ['¿Quién coordina el VI Plan?', 'missing-plan'],
    ['cuantos compromisos tiene el plan 9', 'missing-plan'],
    ['zurubí xilófono', 'not-in-folder'],
  ])('is said so: %s', (text, reason) => {
    expect(ask(text)).toMatchObject({ status: 'no-answer', reason });
  });
});
