import { describe, expect, it } from 'vitest';
import { type Finding, formatFindings } from '../../src/check/index.ts';

const context = { files: 2, pathOf: (path: string) => `docs/${path}` };
const one: Finding = {
  rule: 'placeholder',
  severity: 'error',
  path: 'a, b:c.md',
  line: 7,
  text: 'xx',
  message: 'Hay un texto sin completar: «xx».',
  remedy: 'Escriba el dato\r\nal 100 %.',
};
const two: Finding = { ...one, severity: 'hint', path: 'z.md', text: 'otra', message: 'La frase es larga.' };

describe('formatFindings', () => {
  it('writes file, line, words and remedy for a person, and counts', () => {
    expect(formatFindings([one, { ...two, remedy: 'Pártala.' }], 'text', { ...context })).toBe(
      [
        'docs/a, b:c.md:7: error: Hay un texto sin completar: «xx».',
        '    Escriba el dato\r\nal 100 %.',
        'docs/z.md:7: sugerencia: La frase es larga. «otra»',
        '    Pártala.',
        '1 error, 0 avisos y 1 sugerencia en 2 archivos.',
        '',
      ].join('\n'),
    );
    expect(formatFindings([], 'text', { ...context, files: 1 })).toBe(
      '0 errores, 0 avisos y 0 sugerencias en 1 archivo.\n',
    );
  });

  it('writes one JSON array', () => {
    const { path, ...rest } = one;
    expect(JSON.parse(formatFindings([one], 'json', context))).toEqual([{ file: `docs/${path}`, ...rest }]);
    expect(JSON.parse(formatFindings([], 'json', context))).toEqual([]);
  });

  it('writes annotations that GitHub can read, one a line', () => {
    const lines = formatFindings([one, two, { ...two, severity: 'warning' }], 'github', context).split('\n');
    expect(lines[0]).toBe(
      '::error file=docs/a%2C b%3Ac.md,line=7,title=placeholder::Hay un texto sin completar: «xx». Escriba el dato%0D%0Aal 100 %25.',
    );
    expect(lines[1]).toMatch(/^::notice file=docs\/z\.md,line=7,/);
    expect(lines[2]).toMatch(/^::warning file=docs\/z\.md,line=7,/);
    expect(lines).toHaveLength(5);
  });
});
