import { describe, expect, it } from 'vitest';
import { served, textsOf, unitsOf } from './reading.ts';

describe('text of a Markdown file', () => {
  const cases: [name: string, markdown: string, texts: string[]][] = [
    ['emphasis is stripped', 'Fue **muy** _claro_ y ***abierto***.', ['Fue muy claro y abierto.']],
    ['stars that mark nothing go', '**Nota:**el plan cambió.', ['Nota:el plan cambió.']],
    ['struck-out text goes', 'Son ~~30~~ 26 compromisos.', ['Son 26 compromisos.']],
    [
      'one tilde strikes nothing out',
      'Fueron 80~90 personas y 100~120 mesas.',
      ['Fueron 80~90 personas y 100~120 mesas.'],
    ],
    ['a line break is a space', 'El plan\nsigue  \naquí\\\ny termina.', ['El plan sigue aquí y termina.']],
    ['inline code is kept', 'Use `datos.csv` siempre.', ['Use datos.csv siempre.']],
    [
      'entities are decoded',
      'Participaci&oacute;n&nbsp;y &lt;datos&gt; &amp; m&aacute;s.',
      ['Participación y <datos> & más.'],
    ],
    ['a soft hyphen written as an entity goes', 'Transpa&shy;rencia.', ['Transparencia.']],
    ['pictures go with their words', 'Antes ![texto de la foto](x.png) después.', ['Antes después.']],
    ['a picture alone is nothing', '![foto](x.png)\n\nHola a todos.', ['Hola a todos.']],
    ['an unknown reference stays as text', 'Vea [el anexo] y siga.', ['Vea [el anexo] y siga.']],
    ['decomposed accents are composed', 'Participacio\u0301n y an\u0303o.', ['Participación y año.']],
    [
      'invisible characters inside words go',
      'Go\uFEFFbier\u200Bno a\u00ADbier\u202Eto.',
      ['Gobierno abierto.'],
    ],
    [
      'odd spaces are spaces',
      'Son 26\u00A0compromisos\u202Fen\u2003total.',
      ['Son 26 compromisos en total.'],
    ],
    ['a line of odd spaces parts paragraphs', 'Uno\n\u00A0\nDos', ['Uno', 'Dos']],
    ['Windows line ends', 'Uno.\r\n\r\nDos\r\nseguido.', ['Uno.', 'Dos seguido.']],
    ['a byte order mark', '\uFEFFHola a todos.', ['Hola a todos.']],
    [
      'indented prose is prose',
      'Uno.\n\n      Con **sangría**. Y sigue.',
      ['Uno.', 'Con sangría.', 'Y sigue.'],
    ],
    ['a list of typed bullets', 'Temas:\n• Agua\n• Salud', ['Temas:', 'Agua', 'Salud']],
    [
      'a definition joins its term',
      'Datos abiertos\n:   Los que cualquiera usa.',
      ['Datos abiertos: Los que cualquiera usa.'],
    ],
    ['fenced code gives its lines', '```sh\nuno dos\n\ntres\n```', ['uno dos', 'tres']],
    [
      'a quotation gives its sentences',
      '> Dijo algo.\n> Luego calló.\n>\n> - Un punto',
      ['Dijo algo.', 'Luego calló.', 'Un punto'],
    ],
    ['a rule is nothing', 'Uno.\n\n***\n\nDos.', ['Uno.', 'Dos.']],
  ];
  it.each(cases)('%s', (_, markdown, texts) => {
    expect(textsOf(markdown)).toEqual(texts);
  });
});

describe('HTML', () => {
  const cases: [name: string, markdown: string, texts: string[]][] = [
    [
      'inline tags go, their text stays',
      'El <b>plan</b> de m<sup>2</sup><br>sigue.',
      ['El plan de m2 sigue.'],
    ],
    [
      'a block gives its paragraphs and items',
      '<div class="a > b"><p>Uno &amp; dos.</p><ul><li>Agua</li><li>Sol</li></ul></div>',
      ['Uno & dos.', 'Agua', 'Sol'],
    ],
    [
      'Markdown between tags is read',
      '<details>\n<summary>Más</summary>\n\n**Hola** a todos.\n\n</details>',
      ['Más', 'Hola a todos.'],
    ],
    [
      'scripts and styles go',
      '<style>p { color: red }</style>\n\nUno <script>alert("x")</script>dos.\n\n<script>\n\nlet oculto;\n\n</script>',
      ['Uno dos.'],
    ],
    [
      'a script inside a block goes, blank lines and all',
      '<div><script>\n\nlet oculto;\n\n</script></div>\n\nHola a todos.',
      ['Hola a todos.'],
    ],
    [
      'frames go with their content',
      'Antes.\n\n<iframe src="https://x.co">su navegador</iframe>\n\nDespués.',
      ['Antes.', 'Después.'],
    ],
    ['comments go', 'Uno <!-- nota\n\ninterna --> dos.\n\n<!-- otra -->', ['Uno', 'dos.']],
    ['a comment that is never closed hides the rest', 'Uno.\n\n<!-- nota interna', ['Uno.']],
    ['a comparison is not a tag', 'Si 3 < 5 y 7 > 2, sigue.', ['Si 3 < 5 y 7 > 2, sigue.']],
  ];
  it.each(cases)('%s', (_, markdown, texts) => {
    expect(textsOf(markdown)).toEqual(texts);
  });

  it('makes sections of its headings', () => {
    const { sections } = served('Hola.\n\n<h2 class="x">Las <i>mesas</i></h2>\n<p>Fueron 41.</p>');
    expect(sections.map(({ heading, anchor, line }) => [heading, anchor, line])).toEqual([
      ['', '', 1],
      ['Las mesas', 'las-mesas', 3],
    ]);
  });
});

describe('Hugo shortcodes', () => {
  const cases: [name: string, markdown: string, texts: string[]][] = [
    ['a tag goes', 'Antes {{< figure src="a.png" caption="oculta" >}} después.', ['Antes después.']],
    ['what it encloses stays', '{{% aviso "x" %}}Lea **esto**.{{% /aviso %}}', ['Lea esto.']],
    ['enclosed lines stay apart', '{{< aviso >}}\nUno.\n\nDos.\n{{< /aviso >}}', ['Uno.', 'Dos.']],
    ['a closer inside quotes does not end it', 'Antes {{< x "a >}} oculto" >}}después.', ['Antes después.']],
    ['a comment goes whole', 'Antes. {{% comment %}}oculto{{% /comment %}}Después.', ['Antes.', 'Después.']],
    ['one that is never closed stays as text', 'Antes {{< figure y más.', ['Antes {{< figure y más.']],
    ['after an odd quote the first closer ends it', 'Antes {{< x a" >}}después.', ['Antes después.']],
  ];
  it.each(cases)('%s', (_, markdown, texts) => {
    expect(textsOf(markdown)).toEqual(texts);
  });

  it('keep the lines of the headings after them', () => {
    const text = '---\ntitle: x\n---\n{{< figure\n  src="a"\n>}}\n<!--\n\n-->\n\n## Mesas\n\nFueron 41.';
    expect(served(text).sections.at(-1)?.line).toBe(11);
  });

  it('give the target of a reference', () => {
    const [unit] = unitsOf('Vea [el plan]({{< relref "planes/tercer.md" >}}).', {
      siteUrl: 'https://aga.co',
    });
    expect(unit?.links).toEqual([{ text: 'el plan', url: 'https://aga.co/planes/tercer/' }]);
  });
});

describe('tags of Jekyll and WordPress', () => {
  const cases: [name: string, markdown: string, texts: string[]][] = [
    ['an include goes', '{% include JB/setup %}\n\nHubo 26 compromisos.', ['Hubo 26 compromisos.']],
    ['a picture with the address of the site goes', '![foto]({{ site.url }}/a.png)\n\nFin.', ['Fin.']],
    ['filters too', '![foto]({{ site.url | append: site.baseurl }}a.png) Fin.', ['Fin.']],
    ['a link keeps its words', 'Vea [el acta]({% post_url 2017-05-04-acta %}).', ['Vea el acta.']],
    ['what they enclose stays', '{% if page.plan %}\nHubo 26.\n{% endif %}', ['Hubo 26.']],
    ['a comment goes whole', 'Uno.\n\n{% comment %}\noculto\n{% endcomment %}\n\nDos.', ['Uno.', 'Dos.']],
    ['a blank to fill in stays', 'Fueron {{ cifra }} mesas.', ['Fueron {{ cifra }} mesas.']],
    ['a percentage between braces stays', 'Del {5 % a 10 %}.', ['Del {5 % a 10 %}.']],
    ['a caption keeps its words', '[caption id="a" width="3"]El manual.[/caption]', ['El manual.']],
    ['a link so called stays', 'Vea [video](https://v.co).', ['Vea video.']],
  ];
  it.each(cases)('%s', (_, markdown, texts) => {
    expect(textsOf(markdown)).toEqual(texts);
  });

  it('keep the lines of the headings after them', () => {
    const text = '---\ntitle: x\n---\n{% comment %}\n\n{% endcomment %}\n\n## Mesas\n\nFueron 41.';
    expect(served(text).sections.at(-1)?.line).toBe(8);
  });
});

describe('units', () => {
  it('are items in a list, nested and to be ticked, all of one block', () => {
    const units = unitsOf(
      'Temas:\n\n1. Agua\n   - [x] Ríos **limpios**\n   - [ ] Mares\n2. Salud\n\n   Con hospitales.\n\nFin.',
    );
    expect(units.map(({ kind, block, text }) => [kind, block, text])).toEqual([
      ['sentence', 0, 'Temas:'],
      ['item', 1, 'Agua'],
      ['item', 1, 'Ríos limpios'],
      ['item', 1, 'Mares'],
      ['item', 1, 'Salud'],
      ['item', 1, 'Con hospitales.'],
      ['sentence', 2, 'Fin.'],
    ]);
  });

  it('are rows in a table, with their headers and links', () => {
    const units = unitsOf(
      '| Año | Plan: | |\n|---|---|---|\n| 2015 | [II](https://p.co) | sí |\n| | III | |',
    );
    expect(units).toEqual([
      {
        kind: 'row',
        block: 0,
        text: 'Año: 2015; Plan: II; sí',
        links: [{ text: 'II', url: 'https://p.co' }],
        placeholder: false,
      },
      { kind: 'row', block: 0, text: 'Plan: III', links: [], placeholder: false },
    ]);
  });

  it('are the headers of a table that has nothing else', () => {
    expect(textsOf('| Año | Plan |\n|---|---|')).toEqual(['Año; Plan']);
  });

  it('are a footnote after the section that points to it', () => {
    const { sections } = served(
      '## Uno\n\nHay 26[^a] compromisos.\n\n## Dos\n\nFin.\n\n[^a]: Según el informe. Es final.\n[^b]: Nadie la nombra.',
    );
    expect(sections.map((section) => section.units.map(({ block, text }) => `${block} ${text}`))).toEqual([
      ['0 Hay 26 compromisos.', '1 Según el informe.', '1 Es final.'],
      ['0 Fin.'],
    ]);
  });

  it('carry the links of their own words alone', () => {
    const units = unitsOf(
      'Vea [uno](https://uno.co "t"). Vea [dos][d], <https://tres.co> y https://cuatro.co/a_b.\n\n[d]: https://dos.co',
    );
    expect(units.map((unit) => unit.links)).toEqual([
      [{ text: 'uno', url: 'https://uno.co' }],
      [
        { text: 'dos', url: 'https://dos.co' },
        { text: 'https://tres.co', url: 'https://tres.co' },
        { text: 'https://cuatro.co/a_b', url: 'https://cuatro.co/a_b' },
      ],
    ]);
  });

  it('part a link that covers two sentences', () => {
    expect(unitsOf('[Lea esto. Luego siga](https://x.co) aquí.').map((unit) => unit.links)).toEqual([
      [{ text: 'Lea esto.', url: 'https://x.co' }],
      [{ text: 'Luego siga', url: 'https://x.co' }],
    ]);
  });

  it('keep the text of links that are not for the public', () => {
    const text =
      '[a](javascript:alert(1)) [b](data:x) [c](ftp://x.co) [d](mailto:a@b.co) [e](//x.co) [f](../otra.md) [![g](i.png)](https://x.co) <a href="https://h.co">h</a>';
    const [unit] = unitsOf(text);
    expect(unit?.text).toBe('a b c d e f h');
    expect(unit?.links.map((link) => link.url)).toEqual(['mailto:a@b.co', 'https://h.co']);
  });

  it('say which hold something that was never filled in', () => {
    const units = unitsOf('Los xx asistentes hablaron. Todo salió bien.');
    expect(units.map((unit) => unit.placeholder)).toEqual([true, false]);
  });
});

describe('sections', () => {
  it('follow the headings, with their trail, anchors and lines', () => {
    const text =
      '---\ntitle: Guía\n---\n# Guía\n\nHola.\n\n## Mesas\n\nUno.\n\nDos\n---\n\n### Mesas\n\nTres.\n\n## ¿Qué sigue? {#sigue}\n\n#### Hondo\n\nCuatro.';
    expect(served(text).sections.map(({ units, ...place }) => ({ ...place, units: units.length }))).toEqual([
      { anchor: '', heading: '', trail: [], level: 0, line: 4, units: 1 },
      { anchor: 'mesas', heading: 'Mesas', trail: [], level: 2, line: 8, units: 1 },
      { anchor: 'dos', heading: 'Dos', trail: [], level: 2, line: 12, units: 0 },
      { anchor: 'mesas-1', heading: 'Mesas', trail: ['Dos'], level: 3, line: 15, units: 1 },
      { anchor: 'sigue', heading: '¿Qué sigue?', trail: [], level: 2, line: 19, units: 0 },
      { anchor: 'hondo', heading: 'Hondo', trail: ['¿Qué sigue?'], level: 4, line: 21, units: 1 },
    ]);
  });

  it('keep a top heading that is not the title, and pass over an empty one', () => {
    const { sections } = served('---\ntitle: Guía\n---\n# Otra cosa\n\nUno.\n\n##\n\nDos.');
    expect(sections.map(({ heading, units }) => [heading, units.length])).toEqual([['Otra cosa', 2]]);
  });

  it('have anchors that differ, whatever the headings are', () => {
    const text =
      '## ¿?\n\nUno.\n\n## a {#x}\n\nDos.\n\n## b {#x}\n\nTres.\n\n## 😀1\n\nCuatro.\n\n## a\n\nCinco.';
    const anchors = served(text).sections.map((section) => section.anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors).toContain('x');
  });
});
