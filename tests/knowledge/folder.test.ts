import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleFolder } from '../../src/knowledge/assemble-folder.ts';
import { toPassages } from '../../src/knowledge/passages.ts';
import { read, served } from './reading.ts';

const words = (count: number, seed = 'palabra'): string => `${Array(count).fill(seed).join(' ')}.`;
const sentences = (count: number, each: number): string =>
  Array.from({ length: count }, () => `F${words(each)}`).join(' ');

describe('toPassages', () => {
  const sizes = (text: string): number[][] =>
    toPassages(served(text)).map(({ units }) => units.map((unit) => unit.text.split(' ').length));

  it('keeps a section whole, and names it by its anchor', () => {
    const document = served(`Hola.\n\n## Mesas\n\n${sentences(4, 30)}\n\n## Vacía\n\n## Fin\n\nAdiós.`);
    const passages = toPassages(document);
    expect(passages.map(({ id, units }) => [id, units.length])).toEqual([
      ['nota.md#', 1],
      ['nota.md#mesas', 4],
      ['nota.md#fin', 1],
    ]);
    expect(passages[1]?.document).toBe(document);
    expect(passages[1]?.units[0]).toBe(document.sections[1]?.units[0]);
  });

  it('parts a long section between its blocks, about 130 words each', () => {
    const text = `## Mesas\n\n${sentences(2, 30)}\n\n${sentences(2, 30)}\n\n${sentences(2, 30)}`;
    expect(sizes(text)).toEqual([
      [30, 30, 30, 30],
      [30, 30],
    ]);
    expect(toPassages(served(text)).map(({ id }) => id)).toEqual(['nota.md#mesas', 'nota.md#mesas~2']);
  });

  it('parts a long paragraph between its sentences, never inside one', () => {
    expect(sizes(sentences(8, 40))).toEqual([
      [40, 40, 40],
      [40, 40, 40],
      [40, 40],
    ]);
    expect(sizes(sentences(1, 400))).toEqual([[400]]);
  });

  it('keeps a list with the sentence that leads to it', () => {
    const list = Array.from({ length: 10 }, () => `- ${words(15)}`).join('\n');
    const text = `${sentences(2, 40)} Los temas son:\n\n${list}\n\n${words(20)}`;
    expect(sizes(text)).toEqual([[40, 40], [3, ...Array(10).fill(15)], [20]]);
  });

  it('parts a list that is too long, its lead with the first item', () => {
    const list = Array.from({ length: 10 }, () => `- ${words(40)}`).join('\n');
    const parts = sizes(`Los temas son:\n\n${list}`);
    expect(parts[0]).toEqual([3, 40, 40, 40]);
    expect(parts.flat()).toHaveLength(11);
  });

  it('holds the units of each section once and in order', () => {
    const block = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 }))
        .map(([n, size]) => sentences(n, size)),
      fc
        .integer({ min: 1, max: 20 })
        .map((n) => `Temas:\n\n${Array.from({ length: n }, () => `- ${words(n)}`).join('\n')}`),
      fc.constant('## Otra sección'),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const document = served(`Hola.\n\n${blocks.join('\n\n')}`);
        const passages = toPassages(document);
        for (const section of document.sections)
          expect(passages.filter((each) => each.section === section).flatMap((each) => each.units)).toEqual(
            section.units,
          );
        expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
        for (const { units } of passages) {
          const size = units.reduce((total, unit) => total + unit.text.split(' ').length, 0);
          expect(units.length > 0 && size <= 200).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('assembleFolder', () => {
  const note = (path: string, yaml: string, body: string) => read(`---\n${yaml}\n---\n${body}`, path);

  it('is the same for every order of its readings', () => {
    const readings = [
      note('b.md', 'title: B', 'Dos mesas.'),
      note('a/z.md', 'title: Z', 'Tres mesas.'),
      note('a.md', 'draft: true', 'Cuatro mesas.'),
      note('ñ.md', 'title: Ñ', 'Cinco mesas.'),
      note('B.md', 'title: 1', 'Seis mesas.'),
      note('rota.md', 'title: [', 'Siete mesas.'),
    ];
    const folder = assembleFolder(readings);
    expect(folder.documents.map(({ path }) => path)).toEqual(['B.md', 'a/z.md', 'b.md', 'ñ.md']);
    expect(folder.passages.map(({ id }) => id)).toEqual(['B.md#', 'a/z.md#', 'b.md#', 'ñ.md#']);
    expect(folder.skipped.map(({ path, rule }) => [path, rule])).toEqual([['a.md', 'draft']]);
    expect(folder.problems.map(({ path, rule }) => [path, rule])).toEqual([
      ['B.md', 'field-type'],
      ['rota.md', 'yaml'],
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), (shuffled) => {
        expect(assembleFolder(shuffled)).toEqual(folder);
      }),
      { numRuns: 20 },
    );
  });

  it('serves the same words once: more front matter wins, then the first path', () => {
    const { documents, problems } = assembleFolder([
      note('a.md', 'title: Uno', '## Mesas\n\nFueron **41** mesas.'),
      note('b.md', 'title: Uno\nlang: es\ndate: ayer', '## Mesas\n\nfueron 41\nmesas'),
      note('c.md', 'title: Uno\nlang: es\ndate: 2017-01-01', '## mesas\n\nFueron 41 mesas.'),
      note('d.md', 'title: Uno\nlang: es\ndate: 2017-01-01', '## Mesas\n\nFueron 42 mesas.'),
    ]);
    expect(documents.map(({ path }) => path)).toEqual(['b.md', 'd.md']);
    expect(problems.map(({ path, rule, severity }) => [path, rule, severity])).toEqual([
      ['a.md', 'duplicate', 'warning'],
      ['b.md', 'date', 'warning'],
      ['c.md', 'duplicate', 'warning'],
    ]);
    expect(problems[0]?.message).toContain('b.md');
  });

  it('tells año from ano when it compares', () => {
    const { documents } = assembleFolder([
      note('a.md', 'title: x', 'El año.'),
      note('b.md', 'title: x', 'El ano.'),
    ]);
    expect(documents).toHaveLength(2);
  });

  it('has one problem when there is nothing', () => {
    const folder = assembleFolder([]);
    expect(folder).toMatchObject({
      documents: [],
      passages: [],
      problems: [{ severity: 'error', rule: 'no-files' }],
    });
    expect(folder.problems).toHaveLength(1);
  });
});
