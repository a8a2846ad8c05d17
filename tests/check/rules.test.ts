import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/check/index.ts';
import { BODY_LINE, checkedFiles, type Files, findingsOf, page } from './checking.ts';

const GOOD = page('## ¿Quién puso las mesas?\n\nLas mesas las puso la alcaldía.');

/** A rule's name, what is wrong, and where and how it is told. */
type Bad = readonly [rule: string, files: Files, line: number, severity: string, text: string];
/** A second page, which shares neither title nor questions with the first. */
const otherPage = (text: string): string =>
  page(text)
    .replace('Mesas', 'Pozos')
    .replace(/preguntas:[\s\S]*?---/, 'preguntas: [a, b, c]\n---');
const body = (text: string): Files => ({ 'mesas.md': page(text) });
const front = (text: string): Files => ({ 'mesas.md': page('Las mesas son tres.', text) });

const BAD: readonly Bad[] = [
  ['yaml', { 'mesas.md': '---\ntitle: Hola\nauthor: "Ana\n---\n\nTexto.\n' }, 3, 'error', 'author: "Ana'],
  ['front-matter-unclosed', { 'mesas.md': '---\ntitle: Hola\n\nTexto.\n' }, 1, 'error', ''],
  ['empty', { 'mesas.md': '---\ntitle: Hola\n---\n' }, 4, 'error', ''],
  ['kind', front('tipo: cuento'), 10, 'error', 'tipo: cuento'],
  ['date', { 'mesas.md': GOOD.replace('2026-03-01', '2026-13-01') }, 3, 'error', 'date: 2026-13-01'],
  ['draft', front('draft: true'), 10, 'hint', 'draft: true'],
  ['future', { 'mesas.md': GOOD.replace('2026-03-01', '2027-03-01') }, 3, 'warning', 'date: 2027-03-01'],
  ['expired', front('expiryDate: 2026-01-01'), 10, 'warning', 'expiryDate: 2026-01-01'],
  ['duplicate', { 'a.md': GOOD, 'b.md': GOOD }, 1, 'warning', ''],
  ['not-read', { 'mesas.md': GOOD, 'acta.docx': 'x' }, 1, 'warning', 'acta.docx'],
  ['not-read', { 'mesas.md': GOOD, 'tesauro.yaml': '- [a, b]\n' }, 1, 'warning', 'tesauro.yaml'],
  ['title', { 'mesas.md': '---\ndate: 2026-03-01\n---\n\nLas mesas son tres.\n' }, 1, 'warning', 'Mesas'],
  ['no-date', { 'blog/mesas.md': GOOD.replace('date: 2026-03-01\n', '') }, 1, 'warning', 'Mesas de agua'],
  [
    'no-source',
    { 'a.md': otherPage('Hola.'), 'mesas.md': GOOD.replace(/fuentes:\n.*\n/, '') },
    1,
    'hint',
    'Mesas de agua',
  ],
  ['questions', { 'mesas.md': GOOD.replace(/ {2}- ¿De.*\n/, '') }, 1, 'hint', 'Mesas de agua'],
  ['date-in-name', { '2026-03-02-mesas.md': GOOD }, 3, 'hint', '2026-03-01'],
  ['key', front('descripton: Mesas'), 10, 'warning', 'descripton'],
  ['placeholder', body('Los xx asistentes hablaron del agua.'), BODY_LINE, 'error', 'xx'],
  ['placeholder', body('Hola a todos.\n\nLa sede está por\ndefinir.'), BODY_LINE + 2, 'error', 'por definir'],
  ['placeholder', body('La sede está por confirmar.'), BODY_LINE, 'error', 'por confirmar'],
  ['placeholder', front('description: TODO escribir'), 10, 'error', 'TODO escribir'],
  ['placeholder', body('## Las XX mesas\n\nSon tres.'), BODY_LINE, 'error', 'XX'],
  ['lost-link', body('Para ver la lista, haga clic aquí.'), BODY_LINE, 'error', 'haga clic aquí'],
  ['lost-link', body('Click here to read the list.'), BODY_LINE, 'error', 'Click here'],
  ['empty-section', body('## Una\n\n## Dos\n\nTexto.'), BODY_LINE, 'warning', 'Una'],
  ['empty-section', body('## Una\n\nTexto.\n\n## Dos'), BODY_LINE + 4, 'warning', 'Dos'],
  ['empty-heading', body('Texto.\n\n##\n\nTexto dos.'), BODY_LINE + 2, 'warning', ''],
  ['heading-level', body('## Una\n\nTexto.\n\n#### Dos\n\nTexto.'), BODY_LINE + 4, 'warning', 'Dos'],
  ['heading-level', body('### Una\n\nTexto.'), BODY_LINE, 'warning', 'Una'],
  ['dead-link', body('Vea [el plan](planes/no.md).'), BODY_LINE, 'error', 'planes/no.md'],
  ['dead-link', body('Vea [el plan]({{< ref "no.md" >}}).'), BODY_LINE, 'error', 'no.md'],
  ['dead-link', body('![foto](foto.png)\n\nHola.'), BODY_LINE, 'error', 'foto.png'],
  ['dead-link', body('Vea [el plan](/planes/sexto/).'), BODY_LINE, 'warning', '/planes/sexto/'],
  ['dead-link', body('<a href="no.md">el plan</a> está aquí mismo.'), BODY_LINE, 'error', 'no.md'],
  ['dead-anchor', body('Vea [abajo](#abajo).\n\n## Arriba\n\nHola.'), BODY_LINE, 'error', '#abajo'],
  [
    'dead-anchor',
    {
      'mesas.md': page('Vea [el otro](otro.md#dos).'),
      'otro.md': page('## Uno\n\nHola.').replace('Mesas', 'Pozos'),
    },
    BODY_LINE,
    'error',
    'otro.md#dos',
  ],
  ['empty-link', body('Vea [el plan]().'), BODY_LINE, 'error', ''],
  [
    'broken-link',
    body('Vea [el plan](https://a.co/mi plan).'),
    BODY_LINE,
    'error',
    '[el plan](https://a.co/mi plan)',
  ],
  ['broken-link', body('Vea [el plan][enlace].'), BODY_LINE, 'error', '[el plan][enlace]'],
  ...[
    'htp://agacolombia.org',
    'https//agacolombia.org',
    'https:/agacolombia.org',
    'https://agacolombia',
    'https://https://agacolombia.org',
    'www.agacolombia.org',
    'agacolombia.org/planes',
    'mailto:nadie',
  ].map((target): Bad => ['address', body(`Vea [el sitio](${target}).`), BODY_LINE, 'error', target]),
  ['address', front('enlace: https://agacolombia'), 10, 'error', 'https://agacolombia'],
  [
    'near-duplicate',
    {
      'a.md': page(`Las mesas tienen tres reglas. ${manyWords(60)}`),
      'b.md': page(`${manyWords(60)} Y algo más.`).replace('Mesas', 'Pozos'),
    },
    1,
    'warning',
    'Pozos de agua',
  ],
  [
    'same-title',
    {
      'a.md': page('Uno.').replace('Mesas de agua', 'III Plan de Acción'),
      'b.md': page('Dos.').replace('Mesas de agua', 'Tercer plan de acción'),
    },
    2,
    'warning',
    'Tercer plan de acción',
  ],
  [
    'same-question',
    {
      'a.md': page('Uno.'),
      'b.md': page('Dos.')
        .replace('Mesas', 'Pozos')
        .replace('¿Quién puso las mesas?', 'quien puso las mesas'),
    },
    7,
    'warning',
    'quien puso las mesas',
  ],
  [
    'expected',
    { 'mesas.md': GOOD.replace('las mesas?\n', 'las mesas? → gobernación\n') },
    7,
    'warning',
    'gobernación',
  ],
  ['impossible-date', body('Fue el 31 de febrero de 2020.'), BODY_LINE, 'warning', '31 de febrero de 2020'],
  ['future-date', body('Fue el 3 de julio de 2062.'), BODY_LINE, 'hint', '3 de julio de 2062'],
  ['invisible', body('La alian\u200Bza es de todos.'), BODY_LINE, 'warning', 'U+200B'],
  ['not-composed', body('La alianza entro\u0301.'), BODY_LINE, 'warning', 'NFD'],
  ['line-ends', { 'mesas.md': GOOD.replaceAll('\n', '\r\n') }, 1, 'warning', 'CRLF'],
  ['final-newline', { 'mesas.md': GOOD.trimEnd() }, 14, 'warning', 'as puso la alcaldía.'],
  ['personal-data', body('Llame a Rosa: 310 123 4567.'), BODY_LINE, 'error', '31• ••• •••7'],
  [
    'contradiction',
    {
      'a.md': page('El III Plan tuvo 26 compromisos, según el informe.'),
      'b.md': page('El tercer plan de acción tuvo 25 compromisos.').replace('Mesas', 'Pozos'),
    },
    BODY_LINE,
    'hint',
    'El III Plan tuvo 26 compromisos',
  ],
  ['old-content', { 'mesas.md': GOOD.replace('2026-03-01', '2024-11-30') }, 3, 'hint', '2024-11-30'],
  [
    'old-content',
    { 'planes/mesas.md': page('Actualmente hay tres mesas.').replace('2026', '2020') },
    BODY_LINE,
    'hint',
    'Actualmente',
  ],
  ['acronym', body('El SIAC es público.\n\nVea el SUIT hoy.'), BODY_LINE + 2, 'hint', 'SUIT'],
  [
    'long-sentence',
    body(`Hoy ${'una mesa y '.repeat(9)}nada.`),
    BODY_LINE,
    'hint',
    'Hoy una mesa y una mesa',
  ],
  ['long-paragraph', body('Hay una mesa de agua en el barrio. '.repeat(14)), BODY_LINE, 'hint', ''],
  ['synonyms', { 'mesas.md': GOOD, 'tesauro.yml': '- [agua]\n' }, 1, 'warning', '- [agua]'],
  ['placeholder', { 'mesas.md': GOOD, 'tesauro.yml': '- [agua, xx]\n' }, 1, 'error', 'xx'],
  [
    'evaluation',
    { 'mesas.md': GOOD, 'evaluacion.yml': 'sin_respuestas: []\n' },
    1,
    'warning',
    'sin_respuestas: []',
  ],
  [
    'evaluation',
    {
      'mesas.md': GOOD,
      'evaluacion.yml': 'dialogos:\n  - turnos:\n      - pregunta: hola\n        archivo: no.md\n',
    },
    3,
    'warning',
    'no.md',
  ],
  [
    'expected',
    {
      'mesas.md': GOOD,
      'evaluacion.yml':
        'dialogos:\n  - turnos:\n      - pregunta: hola\n        archivo: mesas.md\n        contiene: río\n',
    },
    3,
    'warning',
    'río',
  ],
  [
    'evaluation',
    {
      'mesas.md': GOOD,
      'evaluacion.yml': 'sin_respuesta:\n  - pregunta: quien puso las mesas\n    razon: x\n',
    },
    2,
    'warning',
    'quien puso las mesas',
  ],
];

/** A text of so many different words. */
function manyWords(words: number): string {
  const all = Array.from(
    { length: words },
    (_, index) => `palabra${String.fromCharCode(97 + (index % 26))}${index}`,
  );
  return `${all.join(' ')}.`;
}

describe('a rule', () => {
  it.each(BAD)('%s finds it (%#)', (rule, files, line, severity, text) => {
    const found = findingsOf(files, rule);
    expect(found).toContainEqual(expect.objectContaining({ line, severity }));
    const one = found.find((each) => each.line === line);
    expect(one?.text.startsWith(text)).toBe(true);
    expect(one?.message.length).toBeGreaterThan(10);
    expect(one?.remedy.length).toBeGreaterThan(10);
  });

  it('says nothing of a good file', () => {
    expect(findingsOf({ 'mesas.md': GOOD })).toEqual([]);
  });

  it.each<readonly [what: string, files: Files]>([
    [
      '«todo», «siglo XX» and the numeral',
      body('Todo cambió en el siglo XX.\n\nEl XX Congreso fue de todos.'),
    ],
    ['«aquí» with its link', body('Para ver la lista, [haga clic aquí](https://a.co/lista).')],
    ['a link after the phrase', body('Haga clic aquí: <https://a.co/lista>')],
    ['a heading with only a deeper one under it', body('## Una\n\n### Dos\n\nTexto.')],
    ['a section with only a picture', body('Hola.\n\n## Foto\n\n![foto](https://a.co/foto.png)')],
    ['headings that go up at once', body('## Una\n\nUno.\n\n### Dos\n\nDos.\n\n## Tres\n\nTres.')],
    ['a link to a section', body('Vea [abajo](#qué-es-el-agua).\n\n## ¿Qué es el agua?\n\nUn líquido.')],
    [
      'a link to a picture of the folder',
      { 'mesas.md': page('![foto](img/f.png)\n\nHola.'), 'img/f.png': 'x' },
    ],
    [
      'links to a page by file, by reference and by address',
      {
        'guias/mesas.md': page(
          'Vea [uno](../planes/uno.md), [dos]({{< relref "planes/uno.md" >}}), [tres](/planes/uno/) y [cuatro](../../planes/uno/#uno).',
        ),
        'planes/uno.md': otherPage('## Uno\n\nHola.'),
      },
    ],
    [
      'addresses that are right',
      body(
        'Vea [uno](https://www.opengovpartnership.org/?p=84926), [dos](mailto:a.b@dnp.gov.co) y [tres](http://web.archive.org/web/2019/http://a.co).',
      ),
    ],
    ['brackets that are no link', body('El acta [1] dice «[…]» y sigue (así).')],
    [
      'a publication that is old',
      { 'blog/mesas.md': page('Actualmente hay tres mesas.').replace('2026', '2017') },
    ],
    [
      'an old page that says so',
      { 'mesas.md': page('Información con corte a 2017.').replace('2026', '2017') },
    ],
    [
      'both figures told',
      {
        'a.md': page('El III Plan tuvo 26 compromisos. Una nota dice 25.'),
        'b.md': otherPage('El III Plan tuvo 25 compromisos, según la nota. El informe dice 26.'),
      },
    ],
    [
      'figures of different plans',
      {
        'a.md': page('El III Plan tuvo 26 compromisos.'),
        'b.md': otherPage('El IV Plan tuvo 15 compromisos.'),
      },
    ],
    [
      'acronyms that are explained',
      body('El Departamento Nacional de Planeación (DNP) publica. El DNP decide. El SIAC es un sistema.'),
    ],
    ['an announced date', body('El plazo vence el 30 de julio de 2062.')],
    ['an emoji of several parts', body('El equipo 👩‍👧 votó ✔️ hoy.')],
    ['a site made elsewhere', { 'mesas.md': '---\ntitle: Mesas\n---\n\nHola.\n' }],
    ['keys of Hugo', front('tags: [agua]\nlayout: single')],
  ])('lets pass %s', (_, files) => {
    expect(findingsOf(files)).toEqual([]);
  });

  it('that asks the questions finds two files that answer alike', () => {
    const text = (place: string): string =>
      page(`## Agua en ${place}\n\nEl agua llega a ${place} por un tubo.\n`)
        .replace('Mesas de agua', `Vereda ${place}`)
        .replace(/preguntas:[\s\S]*?---/, `preguntas:\n  - por dónde llega el agua\n  - a\n  - b\n---`);
    const files = {
      'a.md': text('Arriba'),
      'b.md': text('Abajo').replace('por dónde llega', 'cómo llega'),
    };
    const found = findingsOf(files, 'ambiguous-question');
    expect(found.map(({ path, line }) => [path, line])).toContainEqual(['a.md', 7]);
    expect(findingsOf({ 'a.md': GOOD, 'b.md': text('Abajo') }, 'ambiguous-question')).toEqual([]);
  });

  it('is needed: each finds something in one of these folders', () => {
    const folders = BAD.map(([, files]) => checkedFiles(files));
    const idle = RULES.filter((rule) => folders.every((folder) => rule(folder).length === 0));
    expect(idle.map((rule) => rule.name)).toEqual(['ambiguousQuestions']);
  });
});

describe('checkFolder', () => {
  it('tells by path and line, errors first, and nothing twice', () => {
    const found = findingsOf({
      'b.md': page('Los xx y xx hablaron de SUIT.').replace('Mesas', 'Pozos'),
      'a.md': page('Los xx hablaron de SUIT.\n\nOtra vez xx aquí.'),
    });
    const order = found.map(({ path, line, severity }) => [path, line, severity]);
    expect(order).toEqual(
      [...order].sort((x, y) =>
        String(x[0]) < String(y[0]) ? -1 : String(x[0]) > String(y[0]) ? 1 : Number(x[1]) - Number(y[1]),
      ),
    );
    expect(new Set(found.map((each) => JSON.stringify(each))).size).toBe(found.length);
    expect(
      found.filter(({ line, path }) => path === 'a.md' && line === BODY_LINE).map(({ severity }) => severity),
    ).toEqual(['error', 'hint']);
  });

  it('never shows the personal data that it finds', () => {
    const report = JSON.stringify(findingsOf(body('Llame a Rosa: 310 123 4567 o a ana.torres@gmail.com.')));
    expect(report).not.toContain('123 4567');
    expect(report).not.toContain('torres@gmail');
  });
});
