import { describe, expect, it } from 'vitest';
import { languageOf, writtenIn } from '../../src/protection/written.ts';
import { messageOf } from '../support/questions.ts';

describe('writtenIn', () => {
  it('is the text, what follows a command, or nothing', () => {
    expect(writtenIn(messageOf('hola'))).toBe('hola');
    expect(writtenIn(messageOf({ kind: 'command', name: 'buscar', args: 'el MRI' }))).toBe('el MRI');
    expect(writtenIn(messageOf({ kind: 'choice', id: 'ayuda' }))).toBe('');
    expect(writtenIn(messageOf({ kind: 'unsupported', what: 'voice' }))).toBe('');
  });
});

describe('languageOf', () => {
  const from = (text: string, language?: string) =>
    languageOf({
      ...messageOf(text),
      author: { id: 'ana', ...(language === undefined ? {} : { language }) },
    });

  it('follows the words, then the platform, then is Spanish', () => {
    expect(from('What is the plan about and who wrote it?', 'es')).toBe('en');
    expect(from('¿De qué trata el plan y quién lo escribió?', 'en')).toBe('es');
    expect(from('MRI', 'en-GB')).toBe('en');
    expect(from('MRI', 'fr')).toBe('es');
    expect(from('')).toBe('es');
  });
});
