import { describe, expect, it } from 'vitest';
import { detectLanguage, expandChat, type Language, words } from '../../src/language/index.ts';

const languageOf = (text: string): Language | undefined =>
  detectLanguage(expandChat(words(text)).map((word) => word.form));

describe('detectLanguage', () => {
  it.each([
    ['¿Cuántos compromisos tuvo el III Plan?', 'es'],
    ['cuantos compromisos tuvo', 'es'],
    ['q es secop', 'es'],
    ['hola', 'es'],
    ['gracias', 'es'],
    ['más', 'es'],
    ['participación', 'es'],
    ['how many commitments did the third plan have?', 'en'],
    ['hello', 'en'],
    ['good morning', 'en'],
    ['and the fourth?', 'en'],
    ['source?', 'en'],
    ['what is SECOP', 'en'],
  ])('hears that «%s» is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each(['SECOP', '26', '🙂', '', 'Bogotá', 'me', 'no'])('is not sure of «%s»', (text) => {
    expect(languageOf(text)).toBeUndefined();
  });
});
