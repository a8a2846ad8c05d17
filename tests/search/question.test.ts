import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/search/question.ts';

const ASIDES = 1;
const kept = (text: string): string[] => readQuestion(text, 'es')[0].words.map(({ word }) => word.form);
const heavy = (text: string): string[][] =>
  readQuestion(text, 'es').map((question) =>
    question.words.filter(({ weight }) => weight === ASIDES).map(({ word }) => word.form),
  );

describe('readQuestion', () => {
  it.each([
    ['Buenas tardes, quisiera saber cuántas mesas hubo, por favor', ['cuantas', 'mesas', 'hubo']],
    ['me puede decir quién coordinó el plan', ['quien', 'coordino', 'el', 'plan']],
    ['necesito información sobre la minga', ['la', 'minga']],
    ['can you tell me about the library please', ['the', 'library']],
    ['disculpe, una pregunta: ¿dónde queda?', ['donde', 'queda']],
    ['¿de qué trata la minga?', ['la', 'minga']],
    ['resumen de la minga', ['la', 'minga']],
    ['¿qué canoas tienen que ver con el tema de la minga?', ['que', 'canoas', 'la', 'minga']],
    ['leyó el resumen de la minga', ['leyo', 'el', 'resumen', 'de', 'la', 'minga']],
  ])('drops what only asks: %s', (text, words) => {
    expect(kept(text)).toEqual(words);
  });

  it('keeps everything where nothing else would be left', () => {
    expect(kept('hola, buenas tardes')).toEqual(['hola', 'buenas', 'tardes']);
    expect(readQuestion('', 'en')[0]).toMatchObject({ language: 'en', words: [], type: 'open' });
  });

  it.each([
    ['¿Quién coordinó el III Plan?', 'person'],
    ['cuando se lanzo el plan', 'date'],
    ['¿Cuántos compromisos tuvo?', 'number'],
    ['cuanta plata costo', 'money'],
    ['que edad piden', 'number'],
    ['en qué regiones se hizo', 'place'],
    ['¿Dónde fue la feria?', 'place'],
    ['¿Qué es un mojón?', 'definition'],
    ['¿Cuáles son los desafíos?', 'list'],
    ['háblame de la minga', 'open'],
    ['who keeps the library?', 'person'],
    ['how many commitments are there', 'number'],
  ])('hears what «%s» asks for: %s', (text, type) => {
    expect(readQuestion(text, 'es')[0].type).toBe(type);
  });

  it('finds plans, the language and what is counted', () => {
    const [question] = readQuestion('¿Cuántos compromisos nuevos tuvo el tercer plan en 2017?', 'en');
    expect(question).toMatchObject({ language: 'es', plans: [3], counted: 'compromisos' });
  });

  it('reads a short message once', () => {
    expect(readQuestion('¿Cuántos compromisos tuvo el III Plan?', 'es')).toHaveLength(1);
  });

  it('finds the question in a long message', () => {
    const readings = heavy(
      'Buenas, mire que estoy haciendo una tarea de sociales para la semana entrante con mi hermana y la profesora nos pidió averiguar cosas del pueblo. ¿Quién coordinó el cuarto plan de la vereda?',
    );
    expect(readings.length).toBeGreaterThan(1);
    expect(readings).toContainEqual(['quien', 'coordino', 'el', '#4', 'plan', 'de', 'la', 'vereda']);
  });

  it('reads no more than the first 400 words', () => {
    expect(kept('palabra '.repeat(2000))).toHaveLength(400);
  });
});
