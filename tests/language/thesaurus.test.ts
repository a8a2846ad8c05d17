import { describe, expect, it } from 'vitest';
import { createThesaurus, type Language, termsOf } from '../../src/language/index.ts';

const thesaurus = createThesaurus([
  ['presupuesto', 'plata', 'money'],
  ['presupuesto participativo', 'participatory budgeting'],
  ['acueducto', 'empresa de agua', 'waterworks'],
]);
const stemsOf = (text: string, language: Language): string[] =>
  termsOf(text, language).map((term) => term.stem);

function synonymsOf(text: string, language: Language): { length: number; others: string[] } | undefined {
  const match = thesaurus.lookup(stemsOf(text, language), 0);
  return match && { length: match.length, others: match.synonyms.map(({ stems }) => stems.join(' ')).sort() };
}

describe('createThesaurus', () => {
  it('finds a word in any inflection, in both languages', () => {
    const budget = stemsOf('presupuesto', 'es')[0];
    expect(synonymsOf('platas', 'es')?.others).toContain(budget);
    expect(synonymsOf('money', 'en')?.others).toContain(budget);
  });

  it('finds a phrase without its small words, the longest first', () => {
    expect(synonymsOf('empresas de agua', 'es')).toMatchObject({ length: 2 });
    expect(synonymsOf('presupuesto participativo', 'es')).toMatchObject({ length: 2 });
    expect(synonymsOf('presupuesto anual', 'es')).toMatchObject({ length: 1 });
    expect(synonymsOf('waterworks', 'en')?.others).toContain(stemsOf('empresa de agua', 'es').join(' '));
  });

  it('gives the others of a group, never the word itself', () => {
    const own = stemsOf('acueducto', 'es').join(' ');
    expect(synonymsOf('acueducto', 'es')?.others).not.toContain(own);
  });

  it('finds nothing for a word that no group has, nor past the end', () => {
    expect(synonymsOf('puente', 'es')).toBeUndefined();
    expect(synonymsOf('empresa', 'es')).toBeUndefined();
    expect(thesaurus.lookup([], 0)).toBeUndefined();
  });
});
