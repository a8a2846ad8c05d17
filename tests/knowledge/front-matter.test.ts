import { describe, expect, it } from 'vitest';
import { problemsOf, read, served, withFrontMatter } from './reading.ts';

describe('front matter', () => {
  it('gives every known field, and the rest in extra', () => {
    const text = withFrontMatter(
      `Título: "III Plan: hacia un Estado Abierto"
tipo: plan
date: 2017-09-22
author: [Ana, { name: Luis }]
descripción: Qué dice el plan.
weight: "3"
plan: [3, IV, segundo]
lang: es-CO
aliases: [/viejo/]
fuentes:
  - nombre: Informe final
    url: https://x.co/informe
  - https://x.co/dos
  - Acta del comité
preguntas:
  - ¿Cuántos compromisos tuvo? → 26
  - "cuantos son: dígame"
cover: true
menu: { main: { weight: 1 } }`,
    );
    const { sections, ...document } = served(text, 'otra/nota.md');
    expect(sections).toHaveLength(1);
    expect(document).toEqual({
      path: 'otra/nota.md',
      kind: 'plan',
      language: 'es',
      title: 'III Plan: hacia un Estado Abierto',
      date: '2017-09-22',
      author: 'Ana, Luis',
      description: 'Qué dice el plan.',
      weight: 3,
      plans: [2, 3, 4],
      aliases: ['/viejo/'],
      references: [
        { name: 'Informe final', url: 'https://x.co/informe' },
        { name: 'https://x.co/dos', url: 'https://x.co/dos' },
        { name: 'Acta del comité' },
      ],
      questions: [
        { text: '¿Cuántos compromisos tuvo?', expected: '26', line: 17 },
        { text: 'cuantos son: dígame', line: 18 },
      ],
      url: 'https://x.co/informe',
      extra: { cover: true, menu: { main: { weight: 1 } } },
    });
    expect(problemsOf(text)).toEqual([]);
  });

  it('may be TOML, whose dates keep their own day', () => {
    const toml =
      '+++\ntitle = "Mesas"\ndate = 2017-04-17T23:30:00-05:00\nweight = 2\n[x]\nday = 2020-01-02\n+++\nHola.';
    expect(served(toml)).toMatchObject({
      title: 'Mesas',
      date: '2017-04-17',
      weight: 2,
      extra: { x: { day: '2020-01-02' } },
    });
  });

  it('may be empty or missing', () => {
    expect(served('---\n---\nHola.').title).toBe('Nota');
    expect(served('---\n# nada\n---\nHola.').title).toBe('Nota');
    expect(served('Hola.').title).toBe('Nota');
  });

  const refusals: [name: string, text: string, rule: string, line: number][] = [
    ['YAML that is wrong, at its line', '---\ntitle: x\nautor: "Ana\nlang: es\n---\nHola.', 'yaml', 4],
    ['a colon without quotes', '---\ntitle: x\ndescription: Plan: uno\n---\nHola.', 'yaml', 3],
    ['a key written twice', '---\ntitle: x\nlang: es\ntitle: y\n---\nHola.', 'yaml', 4],
    [
      'a text between stars without quotes',
      '---\ntitle: x\ndescription: *importante*\n---\nHola.',
      'yaml',
      3,
    ],
    ['TOML that is wrong, at its line', '+++\ntitle = "x"\nautor = Ana\n+++\nHola.', 'toml', 3],
    ['one that is not closed', '---\ntitle: x\n\nHola.', 'front-matter-unclosed', 1],
    ['TOML that is not closed', '+++\ntitle = "x"\n\nHola.', 'front-matter-unclosed', 1],
    ['a list', '---\n- title\n---\nHola.', 'front-matter-shape', 1],
    ['JavaScript', '---js\n{ title: globalThis.broken = true }\n---\nHola.', 'front-matter-language', 1],
    ['JavaScript by its full name', '--- javascript\n{ title: 1 }\n---\nHola.', 'front-matter-language', 1],
    ['JSON between fences', '---json\n{ "title": "x" }\n---\nHola.', 'front-matter-language', 1],
    ['JSON alone', '{\n  "title": "x"\n}\n\nHola.', 'front-matter-language', 1],
    ['any other language', '---constructor\ntitle: x\n---\nHola.', 'front-matter-language', 1],
  ];
  it.each(refusals)('refuses %s', (_, text, rule, line) => {
    const reading = read(text);
    expect(reading).toMatchObject({
      status: 'refused',
      problems: [{ severity: 'error', path: 'nota.md', rule, line }],
    });
    for (const { message, remedy } of problemsOf(text))
      expect(message.length * remedy.length).toBeGreaterThan(0);
    expect(globalThis).not.toHaveProperty('broken');
  });

  const degraded: [yaml: string, rule: string, line: number][] = [
    ['lang: es\ntitle: 42', 'field-type', 3],
    ['title: [a, b]', 'field-type', 2],
    ['date: mañana', 'date', 2],
    ['date: { toString: 1 }', 'date', 2],
    ['date: 2017', 'date', 2],
    ['weight: mucho', 'field-type', 2],
    ['draft: nunca', 'field-type', 2],
    ['tipo: cuento', 'kind', 2],
    ['lang: fr', 'language', 2],
    ['plan: muchos', 'field-type', 2],
    ['plan: 0', 'field-type', 2],
    ['enlace: /aqui', 'url', 2],
    ['fuentes:\n  - nombre: A\n  - nombre: B\n    url: ftp://x.co', 'url', 4],
    ['fuentes: [{ anio: 2017 }]', 'reference', 2],
    ['preguntas:\n  - ¿Sí?\n  - 42', 'question', 4],
    ['preguntas:\n  - Uno: dos', 'question', 3],
    ['autor: [[Ana]]', 'field-type', 2],
  ];
  it.each(degraded)('goes on without what is wrong in «%s»', (yaml, rule, line) => {
    const reading = read(withFrontMatter(yaml));
    expect(reading).toMatchObject({ status: 'served', problems: [{ severity: 'warning', rule, line }] });
  });

  it('reads a title that is a number as its digits', () => {
    expect(served(withFrontMatter('title: 42')).title).toBe('42');
  });
});
