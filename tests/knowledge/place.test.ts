import { describe, expect, it } from 'vitest';
import { BODY, served, withFrontMatter } from './reading.ts';

describe('what the place and the words of a file say', () => {
  it.each([
    ['# Las mesas\n\nHola.', 'x.md', 'Las mesas'],
    ['Hola.\n\n## Las *mesas*\n\nUno.', 'x.md', 'Las mesas'],
    ['Hola.', 'planes/tercer-plan_de.accion.md', 'Tercer plan de.accion'],
    ['Hola.', 'blog/2018-05-03-nuevo-comite.md', 'Nuevo comite'],
    ['Hola.', 'planes-de-accion/_index.md', 'Planes de accion'],
    ['Hola.', 'blog/nuevo-comite/index.en.md', 'Nuevo comite'],
    ['## Índice\n\nUno.\n\n# Glosario\n\nDos.', 'x.md', 'Glosario'],
    ['Hola.', 'index.md', 'Inicio'],
  ])('the title of %j at %s is «%s»', (text, path, title) => {
    expect(served(text, path).title).toBe(title);
  });

  it.each([
    ['desafios/x.md', 'desafio'],
    ['Retos/x.md', 'desafio'],
    ['Planes de Acción/a/x.md', 'plan'],
    ['planes/tercero/index.md', 'plan'],
    ['planes/_index.md', 'pagina'],
    ['en/commitments/x.md', 'compromisos'],
    ['blog/x.md', 'publicacion'],
    ['noticias/2018/x.md', 'publicacion'],
    ['_posts/x.md', 'publicacion'],
    ['2017-05-24-encuentro.md', 'publicacion'],
    ['retos/2017-05-24-agua.md', 'desafio'],
    ['glosario/x.md', 'glosario'],
    ['glosario.md', 'glosario'],
    ['preguntas-frecuentes.md', 'preguntas'],
    ['faq/_index.md', 'preguntas'],
    ['otros/plan.md', 'pagina'],
    ['x.md', 'pagina'],
  ])('%s is of kind %s', (path, kind) => {
    expect(served('Hola.', path).kind).toBe(kind);
  });

  it('tipo wins over type, type over the folder, and a layout of Hugo says nothing', () => {
    expect(served(withFrontMatter('tipo: Publicación\ntype: plan'), 'retos/x.md').kind).toBe('publicacion');
    expect(served(withFrontMatter('type: post'), 'retos/x.md').kind).toBe('publicacion');
    expect(served(withFrontMatter('type: page-full'), 'retos/x.md').kind).toBe('desafio');
  });

  it.each([
    ['lang: en', 'es/x.es.md', BODY, 'en'],
    ['language: Inglés', 'x.md', BODY, 'en'],
    ['title: x', 'es/x.en.md', BODY, 'en'],
    ['title: x', 'en/blog/x.md', BODY, 'en'],
    ['title: x', 'x.md', 'The plan was made by the government and the people of the country.', 'en'],
    ['title: x', 'x.md', BODY, 'es'],
    ['title: x', 'x.md', 'OGP 2017', 'es'],
  ])('the language by «%s» at %s', (yaml, path, body, language) => {
    expect(served(`---\n${yaml}\n---\n${body}`, path).language).toBe(language);
  });

  it.each([
    ['III Plan de Acción', 'x.md', [3]],
    ['Cuarto plan', 'planes/tercer-plan.md', [4]],
    ['Compromisos', 'planes/tercer-plan.md', [3]],
    ['Del II Plan al III Plan', 'planes/tercer-plan.md', []],
    ['Compromisos', 'planes/x.md', []],
  ])('«%s» at %s is about plans %j', (title, path, plans) => {
    expect(served(`---\ntitle: ${title}\n---\nHola.`, path).plans).toEqual(plans);
  });

  it('a date in the name serves when the front matter has none', () => {
    expect(served('Hola.', 'blog/2018-05-03-nuevo.md').date).toBe('2018-05-03');
    expect(served(withFrontMatter('date: 2019-01-01'), 'blog/2018-05-03-nuevo.md').date).toBe('2019-01-01');
  });
});

describe('addresses', () => {
  const site = { siteUrl: 'https://aga.co/sitio/' };
  it.each([
    ['title: x', 'blog/Nueva Nota.md', 'https://aga.co/sitio/blog/nueva-nota/'],
    ['title: x', 'blog/¿qué-sigue.md', 'https://aga.co/sitio/blog/qu%C3%A9-sigue/'],
    ['title: x', 'blog/nota/index.md', 'https://aga.co/sitio/blog/nota/'],
    ['title: x', 'blog/_index.md', 'https://aga.co/sitio/blog/'],
    ['title: x', '_index.md', 'https://aga.co/sitio/'],
    ['title: x', 'blog/nota.en.md', 'https://aga.co/sitio/en/blog/nota/'],
    ['title: x', 'en/blog/nota.en.md', 'https://aga.co/sitio/en/blog/nota/'],
    ['slug: Otra Nota', 'blog/nota.md', 'https://aga.co/sitio/blog/otra-nota/'],
    ['slug: otra', 'blog/nota/index.md', 'https://aga.co/sitio/blog/otra/'],
    ['url: /acerca/aga/', 'blog/nota.md', 'https://aga.co/sitio/acerca/aga/'],
    ['url: https://otra.co/x', 'blog/nota.md', 'https://otra.co/x'],
    ['enlace: https://otra.co/x', 'nota.md', 'https://aga.co/sitio/nota/'],
  ])('with a site, «%s» at %s is at %s', (yaml, path, url) => {
    expect(served(withFrontMatter(yaml), path, site).url).toBe(url);
  });

  it.each([
    ['enlace: https://otra.co/x\nurl: https://dos.co', 'https://otra.co/x'],
    ['url: https://dos.co\nfuentes: [https://f.co]', 'https://dos.co'],
    ['url: /acerca/\nfuentes: [Acta, https://f.co]', 'https://f.co'],
    ['url: /acerca/', undefined],
    ['enlace: javascript:alert(1)', undefined],
  ])('without one, «%s» is at %s', (yaml, url) => {
    expect(served(withFrontMatter(yaml)).url).toBe(url);
  });

  it('of links inside the folder are those of their targets', () => {
    const links = [
      '../planes/tercer-plan.md#mesas',
      '/contacto/',
      '#aqui',
      'anexo/',
      '/planes/_index.md',
      'x%20y.md',
    ];
    const text = links.map((target) => `[x](${target})`).join(' ');
    const [unit] = served(text, 'blog/nota.md', site).sections[0]?.units ?? [];
    expect(unit?.links.map((link) => link.url)).toEqual([
      'https://aga.co/sitio/planes/tercer-plan/#mesas',
      'https://aga.co/sitio/contacto/',
      'https://aga.co/sitio/blog/nota/#aqui',
      'https://aga.co/sitio/blog/nota/anexo/',
      'https://aga.co/sitio/planes/',
      'https://aga.co/sitio/blog/x-y/',
    ]);
  });
});
