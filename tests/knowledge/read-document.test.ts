import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/knowledge/read-document.ts';
import { problemsOf, read, withFrontMatter } from './reading.ts';

describe('what is not served', () => {
  it.each([
    ['draft: true', 'draft'],
    ['draft: "Sí"', 'draft'],
    ['published: false', 'draft'],
    ['published: 2025-06-16', 'future'],
    ['date: 2025-06-16', 'future'],
    ['date: 2020-01-01\npublishDate: 2025-06-16T00:00:00-05:00', 'future'],
    ['expiryDate: 2025-06-15', 'expired'],
  ])('«%s»', (yaml, rule) => {
    expect(read(withFrontMatter(yaml))).toMatchObject({
      status: 'skipped',
      skipped: { path: 'nota.md', rule },
    });
  });

  it.each([
    'draft: false',
    'published: true',
    'date: 2025-06-15',
    'publishDate: 2025-06-15',
    'expiryDate: 2025-06-16',
  ])('but «%s» is', (yaml) => {
    expect(read(withFrontMatter(yaml)).status).toBe('served');
  });

  it('a file without text, with a warning', () => {
    const empty = { status: 'refused', problems: [{ severity: 'warning', rule: 'empty' }] };
    expect(read('')).toMatchObject(empty);
    expect(read('---\ntitle: x\n---\n\n![foto](x.png)\n\n***\n')).toMatchObject(empty);
    expect(read('---\ntitle: x\n---\n## Solo un nombre\n')).toMatchObject(empty);
    expect(read('---\ntitle: x\n---\n', 'planes/_index.md')).toMatchObject({
      status: 'skipped',
      skipped: { rule: 'section' },
    });
  });

  const bytes: [name: string, bytes: number[], rule: string, line: number][] = [
    ['binary', [72, 10, 10, 0, 72], 'binary', 3],
    ['Latin-1', [72, 10, 0xf3, 10, 72], 'encoding', 2],
    ['UTF-16', [0xff, 0xfe, 72, 0], 'encoding', 1],
    ['cut UTF-8', [72, 10, 72, 0xc3], 'encoding', 2],
  ];
  it.each(bytes)('%s', (_, codes, rule, line) => {
    const reading = readDocument('nota.md', new Uint8Array(codes), { today: '2025-06-15' });
    expect(reading).toMatchObject({ status: 'refused', problems: [{ severity: 'error', rule, line }] });
  });

  it('a file over one mebibyte', () => {
    const limit = 1024 * 1024;
    const text = 'a'.repeat(limit);
    expect(read(text).status).toBe('served');
    expect(read(`${text}a`)).toMatchObject({
      status: 'refused',
      problems: [{ severity: 'error', rule: 'too-large' }],
    });
  });

  it('a text nested beyond the stack', () => {
    expect(read('>'.repeat(5000))).toMatchObject({ status: 'refused', problems: [{ rule: 'nesting' }] });
  });
});

describe('any file at all', () => {
  it('a text that was not filled in is a warning at its line', () => {
    const text =
      '---\ntitle: x\n---\n## Uno\n\nHola a todos.\nLos xx asistentes hablaron.\n\nFueron xx mesas.';
    expect(problemsOf(text).map(({ rule, line }) => [rule, line])).toEqual([
      ['placeholder', 7],
      ['placeholder', 9],
    ]);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '---\n',
      '+++\n',
      'title: x\n',
      'date: [',
      '{{<',
      '>}}',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<a href="',
      '">',
      '|a|b|\n',
      '|-|-|\n',
      '# ',
      '- ',
      '> ',
      '\n\n',
      '\t',
      '[^1]',
      '[^1]: ',
      '[a](b)',
      '](',
      '**',
      '~~',
      '`',
      '\u0000',
      '\u202E',
      '&amp;',
      '&#0;',
      'xx',
      'fuentes: *a\n',
      '<<: ',
      '__proto__: 1\n',
      '\uD800',
      '{',
      '}',
      '"',
      "'",
      '%',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      text.map((each) => new TextEncoder().encode(each)),
    );
    const path = fc.oneof(
      fc.constantFrom('a.md', 'en/_index.md', '.md', 'a/b.en.markdown'),
      fc.string().map((name) => `${name}.md`),
    );
    fc.assert(
      fc.property(bytes, path, (content, name) => {
        const reading = readDocument(name, content, { today: '2025-06-15', siteUrl: 'https://aga.co' });
        if (reading.status === 'skipped') return;
        const isServed = reading.status === 'served';
        for (const { severity } of reading.problems) expect(isServed && severity === 'error').toBe(false);
        if (!isServed) expect(reading.problems).toHaveLength(1);
        else
          for (const unit of reading.document.sections.flatMap((section) => section.units))
            expect(unit.text).toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 500 },
    );
  });
});
