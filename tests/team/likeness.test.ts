import { describe, expect, it } from 'vitest';
import { likestKey, questionKey } from '../../src/team/likeness.ts';

describe('questions that say the same', () => {
  it.each([
    ['¿Cuántas mesas hubo en Tunja?', 'cuantas mesas hubo en tunja'],
    ['¿Cuántas mesas hubo en Tunja?', 'en tunja, q mesas hubo?'],
    ['¿Cuántas canoas azules tiene la ribera?', 'cuantas canoas asules tiene la rivera'],
    ['¿Quién coordina el tercer plan?', 'quienes coordinan el III plan'],
  ])('have one key: %s · %s', (one, other) => {
    expect(questionKey(other)).toBe(questionKey(one));
  });

  it('join the likest of those that are there, when it is like enough', () => {
    const keys = ['¿Cuántas mesas de salud rural hubo en Tunja?', '¿Quién pagó las mesas de Cali?'].map(
      questionKey,
    );
    expect(likestKey('cuántas mesas de salud hubo en Tunja', keys)).toBe(keys[0]);
    expect(likestKey('cuántas mesas hubo en Pasto', keys)).toBe(questionKey('cuántas mesas hubo en Pasto'));
    expect(likestKey('¿qué?', [])).toBe(questionKey('¿qué?'));
  });
});
