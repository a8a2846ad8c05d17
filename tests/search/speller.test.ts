import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpeller, editDistance } from '../../src/search/speller.ts';

const speller = createSpeller([
  'justicia',
  'genero',
  'plan',
  'corrupcion',
  'transparencia',
  'agua',
  'mesa',
  '#3',
  '1712',
  'señor',
  'menor',
]);
const word = fc.string({ unit: fc.constantFrom(...'abcñ'), maxLength: 9 });

describe('createSpeller', () => {
  it.each([
    ['jsuticia', 'justicia'],
    ['justcia', 'justicia'],
    ['justticia', 'justicia'],
    ['jusricia', 'justicia'],
    ['jenero', 'genero'],
    ['corupsion', 'corrupcion'],
    ['trnasparecnia', 'transparencia'],
    ['senor', 'señor'],
  ])('finds what «%s» means', (written, meant) => {
    expect(speller.nearest(written, 3)).toEqual([meant]);
  });

  it.each(['xusticya', 'gneor', 'zapato', 'ag', 'pan', '1713', '#4', ''])('lets «%s» be', (written) => {
    expect(speller.nearest(written, 3)).toEqual([]);
  });

  it('gives the nearest alone, those with the same first letter first, and no more than asked', () => {
    const near = createSpeller(['pesa', 'mesas', 'mesa']);
    expect(near.nearest('mesa', 3)).toEqual(['mesa']);
    expect(near.nearest('meza', 3)).toEqual(['mesa']);
    expect(near.nearest('mexa', 1)).toEqual(['mesa']);
    expect(createSpeller(['casa', 'masa', 'cama']).nearest('caxa', 2)).toEqual(['casa', 'cama']);
  });

  it('reads any word and gives none but its own', () => {
    const forms = ['justicia', 'genero', 'corrupcion'];
    const small = createSpeller(forms);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const found of small.nearest(text, 3)) expect(forms).toContain(found);
      }),
    );
  });
});

describe('editDistance', () => {
  it.each([
    ['justicia', 'justicia', 0],
    ['justicia', 'justica', 1],
    ['justicia', 'jsuticia', 1],
    ['justicia', 'justizya', 2],
    ['', 'abc', 3],
  ])('tells %s from %s by %i', (one, other, distance) => {
    expect(editDistance(one, other, 9)).toBe(distance);
  });

  it('is symmetric, nought for the same word alone, and right about what is too far', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, allowed) => {
        const exact = editDistance(one, other, 20);
        expect(editDistance(other, one, 20)).toBe(exact);
        expect(exact === 0).toBe(one === other);
        const bounded = editDistance(one, other, allowed);
        if (exact <= allowed) expect(bounded).toBe(exact);
        else expect(bounded).toBeGreaterThan(allowed);
      }),
    );
  });
});
