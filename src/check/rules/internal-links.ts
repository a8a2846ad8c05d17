import { permalink } from '../../knowledge/addresses.ts';
import { shown } from '../../knowledge/problem.ts';
import { checkTexts } from '../../texts/check.ts';
import { type CheckedFolder, type Finding, finding, type Rule } from '../finding.ts';
import type { Page } from '../page.ts';
import type { PageLink } from '../page-blocks.ts';

/** Any site will do: only the paths of its pages are compared. */
const SITE = 'http://site';
const MARKDOWN = /\.(?:md|markdown)$/i;
/** Lists that a site makes by itself. */
const MADE_BY_SITE = /^\/(?:tags|categories|etiquetas|categorias|page|index\.xml|rss|sitemap)/i;

/** Links to files, pages and sections of the folder that are not there. */
export const internalLinks: Rule = (checked) => {
  const places = placesOf(checked);
  return checked.pages.flatMap((page) =>
    page.document === undefined ? [] : page.links.flatMap((link) => problemOf(page, link, places)),
  );
};

interface Places {
  readonly files: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, Page>;
  /** Pages by the path of their address, without the last slash; folders and aliases lead to no page. */
  readonly addresses: ReadonlyMap<string, Page | undefined>;
  /** Files by name alone, as Hugo's `ref` finds them. */
  readonly names: ReadonlyMap<string, string>;
}

function placesOf({ pages, files }: CheckedFolder): Places {
  const addresses = new Map<string, Page | undefined>([['', undefined]]);
  for (const page of pages) {
    const folders = page.path.split('/').slice(0, -1);
    folders.forEach((_, index) => {
      addresses.set(
        `/${folders
          .slice(0, index + 1)
          .join('/')
          .toLowerCase()}`,
        undefined,
      );
    });
  }
  for (const page of pages) {
    for (const alias of page.document?.aliases ?? []) addresses.set(trimmed(alias), page);
    const address = addressOf(page);
    if (address !== undefined) addresses.set(trimmed(address), page);
  }
  const names = new Map([...files].map((path) => [path.split('/').at(-1) ?? path, path]));
  return { files, pages: new Map(pages.map((page) => [page.path, page])), addresses, names };
}

function addressOf(page: Page): string | undefined {
  const { url, slug } = page.front?.data ?? {};
  const address = permalink(page.path, SITE, {
    ...(typeof url === 'string' ? { url } : {}),
    ...(typeof slug === 'string' ? { slug } : {}),
  });
  return address?.startsWith(SITE) === true ? decoded(address.slice(SITE.length)) : undefined;
}

function problemOf(page: Page, link: PageLink, places: Places): Finding[] {
  const target = link.target.trim();
  const place = { path: page.path, line: link.line, text: shown(target) };
  if (target === '') return [finding('empty-link', 'error', place, checkTexts.emptyLink())];
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^www\.|\{\{|^mailto/i.test(target) || target.includes('@')) return [];
  const [path = '', anchor = ''] = splitAnchor(target);
  const found = path === '' ? page : lookUp(page, path, places);
  if (found === 'missing') {
    const isFile = MARKDOWN.test(path) || !path.startsWith('/');
    const text = isFile ? checkTexts.deadLink(shown(target)) : checkTexts.deadSiteLink(shown(target));
    return [finding('dead-link', isFile ? 'error' : 'warning', place, text)];
  }
  if (found === 'present' || anchor === '' || hasAnchor(found, anchor)) return [];
  return [finding('dead-anchor', 'error', place, checkTexts.deadAnchor(shown(target), shown(anchor)))];
}

function splitAnchor(target: string): string[] {
  const [before = '', ...after] = target.split('#');
  return [decoded(before.split('?')[0] ?? ''), decoded(after.join('#'))];
}

/** The page that a path leads to, `present` for anything else that is there, `missing` for nothing. */
function lookUp(page: Page, path: string, places: Places): Page | 'present' | 'missing' {
  const isAbsolute = path.startsWith('/');
  const asFile = resolved(isAbsolute ? path : `/${page.path.split('/').slice(0, -1).join('/')}/${path}`);
  const asAddress = isAbsolute ? asFile : resolved(`${addressOf(page) ?? '/'}/${path}`);
  const inRoot = resolved(`/${path}`);
  for (const each of [asFile, inRoot]) {
    const found = places.pages.get(each.slice(1)) ?? places.pages.get(`${each.slice(1)}.md`);
    if (found !== undefined) return found;
    if (places.files.has(each.slice(1))) return 'present';
  }
  for (const each of [asAddress, asFile, inRoot].map(trimmed))
    if (places.addresses.has(each)) return places.addresses.get(each) ?? 'present';
  if (!path.includes('/')) {
    const named = places.names.get(path) ?? places.names.get(`${path}.md`);
    if (named !== undefined) return places.pages.get(named) ?? 'present';
  }
  const isStatic = isAbsolute && /\.[a-z0-9]{2,5}$/i.test(path) && !MARKDOWN.test(path);
  return isStatic || (isAbsolute && MADE_BY_SITE.test(path)) ? 'present' : 'missing';
}

function resolved(path: string): string {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return `/${kept.join('/')}`;
}

function trimmed(address: string): string {
  return decoded(address).normalize('NFC').toLowerCase().replace(/\/+$/, '');
}

function hasAnchor(page: Page, anchor: string): boolean {
  const wanted = anchor.normalize('NFC').toLowerCase();
  if (page.document === undefined || wanted === 'top') return true;
  if (page.document.sections.some((section) => section.anchor.toLowerCase() === wanted)) return true;
  if (page.blocks.some(({ kind, text }) => kind === 'heading' && slug(text) === wanted)) return true;
  return page.lines.some(
    (line) => /\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/i.exec(line)?.[1]?.toLowerCase() === wanted,
  );
}

/** A heading as GitHub names it in an address. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
