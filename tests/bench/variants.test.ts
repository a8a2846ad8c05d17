import { describe, expect, it } from 'vitest';
import { resized } from '../../bench/synthetic.ts';
import { unaccented, withTypos } from '../../bench/variants.ts';
import { openKnowledge, shippedKnowledge } from '../../src/open-knowledge.ts';
import { editDistance } from '../../src/search/speller.ts';

const { documents, passages, synonyms, problems } = await openKnowledge(shippedKnowledge, {
  now: new Date('2026-06-01T12:00:00Z'),
});
const questions = documents.flatMap((document) => document.questions.map(({ text }) => text));

describe('a question written otherwise', () => {
  it('loses case, diacritics and question marks', () => {
    expect(unaccented('¿Qué año dio la Unión Europea?')).toBe('que ano dio la union europea');
  });

  it('has one edit in each of two long words, and no other change', () => {
    for (const question of questions) {
      const before = question.normalize('NFC').split(/\s+/);
      const after = withTypos(question, 7).split(/\s+/);
      expect(after).toHaveLength(before.length);
      const changed = before.flatMap((word, index) => (word === after[index] ? [] : [index]));
      expect(changed.length).toBeLessThanOrEqual(2);
      for (const index of changed) {
        expect(before[index]?.length).toBeGreaterThanOrEqual(5);
        expect(editDistance(before[index] ?? '', after[index] ?? '', 2)).toBeLessThanOrEqual(
          changed.length === 1 ? 2 : 1,
        );
      }
    }
  });

  it('is the same for the same seed alone', () => {
    const typed = questions.map((question) => withTypos(question, 1));
    expect(questions.map((question) => withTypos(question, 1))).toEqual(typed);
    expect(questions.map((question) => withTypos(question, 2))).not.toEqual(typed);
  });
});

describe('a folder made larger or smaller', () => {
  const folder = { documents, passages, synonyms, problems, skipped: [] };

  it.each([10, passages.length + 7])('has exactly %i passages, the real ones first', (size) => {
    const made = resized(folder, passages, size, 1);
    expect(made.passages).toHaveLength(size);
    expect(new Set(made.passages.map(({ id }) => id)).size).toBe(size);
    const real = Math.min(size, passages.length);
    expect(made.passages.slice(0, real)).toEqual(passages.slice(0, real));
    for (const { document } of made.passages) expect(made.documents).toContain(document);
  });

  it('brings no new sentence in', () => {
    const known = new Set(passages.flatMap(({ units }) => units));
    const made = resized(folder, passages, passages.length + 50, 1);
    for (const unit of made.passages.flatMap(({ units }) => units)) expect(known.has(unit)).toBe(true);
  });
});
