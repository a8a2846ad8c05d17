import { fold } from '../language/index.ts';
import { pathParts } from './addresses.ts';
import type { DocumentKind } from './document.ts';

const NAMES: Readonly<Record<DocumentKind, readonly string[]>> = {
  desafio: ['desafio', 'desafios', 'reto', 'retos', 'challenge', 'challenges'],
  plan: ['plan', 'planes', 'plan-de-accion', 'planes-de-accion', 'plans', 'action-plan', 'action-plans'],
  compromisos: ['compromiso', 'compromisos', 'commitment', 'commitments'],
  publicacion: [
    'publicacion',
    'publicaciones',
    'blog',
    'post',
    'posts',
    'noticia',
    'noticias',
    'novedades',
    'actualidad',
    'entrada',
    'entradas',
    'articulo',
    'articulos',
    'comunicados',
    'news',
    'article',
    'articles',
  ],
  glosario: ['glosario', 'glossary'],
  preguntas: ['pregunta', 'preguntas', 'preguntas-frecuentes', 'faq', 'faqs'],
  pagina: ['pagina', 'paginas', 'page', 'pages'],
};

const DATED = /^\d{4}-\d{2}-\d{2}-./;

const KINDS = new Map<string, DocumentKind>();
for (const kind of Object.keys(NAMES) as DocumentKind[])
  for (const name of NAMES[kind]) KINDS.set(name, kind);

/** The kind that `tipo:` or `type:` names, in the singular or plural of either language. */
export function kindNamed(name: string): DocumentKind | undefined {
  return KINDS.get(plain(name));
}

/**
 * The kind that a file's place implies: its outermost folder that names one, else its own name when that is
 * a glossary, a list of questions or begins with a day, as Jekyll's posts do, else a page. The front page of a folder of many (`planes/_index.md`)
 * is a page, not one of the many.
 */
export function kindOfPath(path: string): DocumentKind {
  const { folders, name, isIndex } = pathParts(path);
  const at = folders.findIndex((each) => kindNamed(each) !== undefined);
  const folderKind = at === -1 ? undefined : kindNamed(folders[at] ?? '');
  if (folderKind !== undefined) {
    const isFrontPage = isIndex && at === folders.length - 1;
    return isFrontPage && folderKind !== 'glosario' && folderKind !== 'preguntas' ? 'pagina' : folderKind;
  }
  const own = kindNamed(name);
  if (own === 'glosario' || own === 'preguntas') return own;
  return DATED.test(name) ? 'publicacion' : 'pagina';
}

function plain(name: string): string {
  return fold(name.normalize('NFC'))
    .trim()
    .replace(/[\s_]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
