import { describe, expect, it } from 'vitest';
import { parseSynonyms } from '../../src/knowledge/synonyms.ts';

const parse = (yaml: string) => {
  const { groups, problems } = parseSynonyms(yaml, 'tesauro.yml');
  return {
    groups: groups.map(({ words, line }) => [line, ...words]),
    problems: problems.map(({ severity, rule, line }) => [severity, rule, line]),
    messages: problems.map(({ message }) => message),
  };
};

describe('parseSynonyms', () => {
  it('reads groups in both YAML styles, with their lines', () => {
    const { groups, problems } = parse(
      '# sinónimos\n- [trámite, gestión,  diligencia]\n-\n  - plata\n  - recursos públicos\n',
    );
    expect(groups).toEqual([
      [2, 'trámite', 'gestión', 'diligencia'],
      [4, 'plata', 'recursos públicos'],
    ]);
    expect(problems).toEqual([]);
  });

  it('goes on without what is wrong', () => {
    const { groups, problems, messages } = parse(
      [
        '- [solo]',
        '- plata',
        '- [a, 42, null, b]',
        '- [plata, dinero]',
        '- [Dinero, billete, lana]',
        '- [dos, DOS]',
        '- []',
        '- [x, {y: z}, w]',
      ].join('\n'),
    );
    expect(groups).toEqual([
      [3, 'a', 'b'],
      [4, 'plata', 'dinero'],
      [5, 'billete', 'lana'],
      [8, 'x', 'w'],
    ]);
    expect(problems).toEqual([
      ['warning', 'synonyms', 1],
      ['warning', 'synonyms', 2],
      ['warning', 'synonyms', 3],
      ['warning', 'synonyms', 3],
      ['warning', 'synonyms', 5],
      ['warning', 'synonyms', 6],
      ['warning', 'synonyms', 7],
      ['warning', 'synonyms', 8],
    ]);
    expect(messages[2]).toContain('42');
    expect(messages[4]).toContain('línea 4');
  });

  it('leaves out a group that keeps a single word, with one problem', () => {
    expect(parse('- [plata, dinero]\n- [dinero, lana]')).toMatchObject({
      groups: [[1, 'plata', 'dinero']],
      problems: [['warning', 'synonyms', 2]],
    });
  });

  it('does not fold ñ', () => {
    expect(parse('- [año, periodo]\n- [ano, recto]').problems).toEqual([]);
  });

  it.each(['', '# nada\n', '~'])('reads %j as no groups', (yaml) => {
    expect(parse(yaml)).toMatchObject({ groups: [], problems: [] });
  });

  it.each([
    ['a: [b, c]', 'synonyms', 1],
    ['texto', 'synonyms', 1],
    ['- [a, b]\n- [c, d', 'yaml', 2],
    ['- "a\n', 'yaml', 2],
    [`- ${'['.repeat(20_000)}`, 'yaml', 1],
  ])('refuses %j', (yaml, rule, line) => {
    const { groups, problems } = parse(yaml);
    expect(groups).toEqual([]);
    expect(problems[0]).toEqual(['error', rule, line]);
  });
});
