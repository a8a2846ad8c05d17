import { describe, expect, it } from 'vitest';
import { fold, type Language, stem, termsOf } from '../../src/language/index.ts';

const stemsOf = (words: readonly string[], language: Language): Set<string> =>
  new Set(words.map((word) => stem(fold(word), language)));

describe('stem', () => {
  it.each([
    ['participar', 'participación', 'participantes', 'participó', 'participaron', 'participativo'],
    ['coordinar', 'coordinó', 'coordinación', 'coordinador', 'coordinaron'],
    ['compromiso', 'compromisos'],
    ['plan', 'planes'],
  ])('joins %s, %s and the rest of the family', (...words) => {
    expect(stemsOf(words, 'es').size).toBe(1);
  });

  it('joins the English forms', () => {
    expect(stemsOf(['coordinate', 'coordinated', 'coordinating'], 'en').size).toBe(1);
  });

  it('keeps año and ano apart, and numbers as they are', () => {
    expect(stem('año', 'es')).not.toBe(stem('ano', 'es'));
    expect(stem('1712', 'es')).toBe('1712');
    expect(stem('#3', 'en')).toBe('#3');
  });
});

describe('termsOf', () => {
  it('leaves the stop words of the language out, in order', () => {
    expect(termsOf('¿Quién es la coordinadora de los planes?', 'es').map((term) => term.form)).toEqual([
      'coordinadora',
      'planes',
    ]);
    expect(termsOf('who is in charge of the plans', 'en').map((term) => term.form)).toEqual([
      'charge',
      'plans',
    ]);
  });
});
