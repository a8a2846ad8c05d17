import { describe, expect, it } from 'vitest';
import { expandChat, words } from '../../src/language/index.ts';

const usual = (text: string): string =>
  expandChat(words(text))
    .map((word) => word.form)
    .join(' ');

describe('expandChat', () => {
  it.each([
    ['xq no', 'porque no'],
    ['q es', 'que es'],
    ['kien coordino', 'quien coordino'],
    ['ctos compromisos x año', 'cuantos compromisos por año'],
    ['info pa mi', 'informacion para mi'],
    ['esq', 'es que'],
    ['anos y ninos', 'años y niños'],
    ['thx', 'thanks'],
    ['constructor', 'constructor'],
  ])('spells out «%s»', (text, plain) => {
    expect(usual(text)).toBe(plain);
  });

  it('keeps where the word stands, for each of its words', () => {
    const [first, second] = expandChat(words('y osea'));
    expect(first).toMatchObject({ form: 'y', start: 0 });
    expect(second).toMatchObject({ form: 'o', raw: 'osea', start: 2, end: 6 });
  });
});
