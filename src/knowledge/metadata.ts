import { fold, type Language, planNumbers } from '../language/index.ts';
import { problemTexts, typeNames } from '../texts/problems.ts';
import { httpUrl } from './addresses.ts';
import { oneLine } from './clean.ts';
import type { DocumentKind, GoldenQuestion, Problem, Reference } from './document.ts';
import { type Field, type Fields, openFields } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';
import { kindNamed } from './kind.ts';
import { shown } from './problem.ts';

/** What the front matter of a document says, read by type. */
export interface Metadata {
  readonly title: string | undefined;
  readonly kind: DocumentKind | undefined;
  readonly language: Language | undefined;
  readonly date: string | undefined;
  readonly publishDate: string | undefined;
  readonly expiryDate: string | undefined;
  readonly draft: boolean;
  readonly author: string | undefined;
  readonly description: string | undefined;
  readonly weight: number | undefined;
  readonly plans: readonly number[];
  readonly aliases: readonly string[];
  readonly references: readonly Reference[];
  readonly questions: readonly GoldenQuestion[];
  readonly url: string | undefined;
  readonly link: string | undefined;
  readonly slug: string | undefined;
  /** False when the site has no page of its own for the file (Hugo's `headless`, `build.render`). */
  readonly isPage: boolean;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** Reads the known keys; the others come back in `extra`. */
export function readMetadata(front: FrontMatter, path: string): Metadata {
  const fields = openFields(front, path);
  const isShown = readShown(fields);
  return {
    title: fields.text('title', 'titulo'),
    kind: readKind(fields),
    language: readLanguage(fields),
    date: fields.day('date', 'fecha'),
    publishDate: fields.day('publishdate', 'pubdate', ...(isShown === undefined ? ['published'] : [])),
    expiryDate: fields.day('expirydate', 'unpublishdate'),
    draft: fields.truth('draft', 'borrador') || isShown === false,
    author: fields.texts('author', 'authors', 'autor', 'autores').join(', ') || undefined,
    description: fields.text('description', 'descripcion', 'summary', 'resumen'),
    weight: fields.number('weight', 'orden'),
    plans: readPlans(fields),
    aliases: fields.texts('aliases', 'alias'),
    references: readReferences(fields),
    questions: readQuestions(fields, front),
    url: fields.text('url') ?? permalinkPath(fields),
    link: readLink(fields),
    slug: fields.text('slug'),
    isPage: !fields.truth('headless') && isRendered(fields),
    extra: fields.rest(),
    problems: fields.problems,
  };
}

function readKind(fields: Fields): DocumentKind | undefined {
  const own = fields.text('tipo');
  const named = own === undefined ? undefined : kindNamed(own);
  if (own !== undefined && named === undefined)
    fields.warn('kind', problemTexts.unknownKind(own), [fields.field('tipo')?.key ?? 'tipo']);
  const hugo = fields.field('type')?.value;
  return named ?? (typeof hugo === 'string' ? kindNamed(hugo) : undefined);
}

function readLanguage(fields: Fields): Language | undefined {
  const names = ['lang', 'language', 'idioma', 'lenguaje'];
  const written = fields.text(...names);
  if (written === undefined) return undefined;
  const name = fold(written);
  if (/^(?:es\b|spa|espanol|español|castellano)/.test(name)) return 'es';
  if (/^(?:en\b|eng|ingles)/.test(name)) return 'en';
  fields.warn('language', problemTexts.unknownLanguage(written), [fields.field(...names)?.key ?? 'lang']);
  return undefined;
}

/** Jekyll's `published: false` keeps a page from the site; elsewhere the same key is a date. */
function readShown(fields: Fields): boolean | undefined {
  const value = fields.field('published')?.value;
  return typeof value === 'boolean' ? value : undefined;
}

/** Jekyll's `permalink` when it is the page's own path on the site, and not a pattern (`/:title/`). */
function permalinkPath(fields: Fields): string | undefined {
  const value = fields.field('permalink')?.value;
  return typeof value === 'string' && /^\/[^:]*$/.test(value) ? oneLine(value) : undefined;
}

function isRendered(fields: Fields): boolean {
  const build: unknown = fields.field('build', '_build')?.value;
  const render: unknown =
    typeof build === 'object' && build !== null && 'render' in build ? build.render : true;
  return render !== false && render !== 'never' && render !== 'link';
}

function readPlans(fields: Fields): readonly number[] {
  const found = fields.field('plan', 'planes', 'plans');
  if (found === undefined) return [];
  const numbers = new Set<number>();
  listOf(found.value).forEach((each, index) => {
    const read = isPlanNumber(each) ? [each] : typeof each === 'string' ? planNumbers(`plan ${each}`) : [];
    for (const number of read) numbers.add(number);
    if (read.length === 0)
      fields.warn('field-type', problemTexts.wrongType(found.key, typeNames.plan), [found.key, index]);
  });
  return [...numbers].sort((a, b) => a - b);
}

function isPlanNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 50;
}

function readLink(fields: Fields): string | undefined {
  const found = fields.field('enlace', 'link', 'permalink');
  if (found?.key === 'permalink' && permalinkPath(fields) !== undefined) return undefined;
  return found && readAddress(fields, found, [found.key]);
}

function readAddress(fields: Fields, found: Field, at: readonly (string | number)[]): string | undefined {
  const address = typeof found.value === 'string' ? httpUrl(oneLine(found.value)) : undefined;
  if (address === undefined) fields.warn('url', problemTexts.badUrl(found.key, shown(found.value)), at);
  return address;
}

function readReferences(fields: Fields): readonly Reference[] {
  const found = fields.field('fuentes', 'fuente', 'sources', 'source', 'references', 'referencias');
  if (found === undefined) return [];
  return listOf(found.value).flatMap((entry, index) => {
    const at = [found.key, index];
    const written = referenceParts(entry);
    const url =
      written.url === undefined ? undefined : readAddress(fields, { key: found.key, value: written.url }, at);
    const name = written.name ?? url;
    if (name !== undefined) return [{ name, ...(url === undefined ? {} : { url }) }];
    fields.warn('reference', problemTexts.badReference(), at);
    return [];
  });
}

function referenceParts(entry: unknown): { readonly name: string | undefined; readonly url: unknown } {
  if (typeof entry === 'string') {
    const text = oneLine(entry);
    return { name: text || undefined, url: httpUrl(text) };
  }
  const map = typeof entry === 'object' && entry !== null ? new Map(Object.entries(entry)) : new Map();
  const pick = (...keys: string[]): unknown =>
    keys.map((key) => map.get(key) as unknown).find((value) => value !== undefined && value !== null);
  const name = pick('nombre', 'name', 'titulo', 'title');
  return {
    name:
      typeof name === 'string' || typeof name === 'number' ? oneLine(String(name)) || undefined : undefined,
    url: pick('url', 'enlace', 'link'),
  };
}

function readQuestions(fields: Fields, front: FrontMatter): readonly GoldenQuestion[] {
  const found = fields.field('preguntas', 'questions');
  if (found === undefined) return [];
  return listOf(found.value).flatMap((entry, index) => {
    const at = [found.key, index];
    const [text = '', expected = ''] =
      typeof entry === 'string' ? oneLine(entry).split(/\s*(?:→|->)\s*/, 2) : [];
    if (text !== '') return [{ text, ...(expected === '' ? {} : { expected }), line: front.lineAt(at) }];
    fields.warn('question', problemTexts.badQuestion(), at);
    return [];
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
