/** The address if it is a whole http(s) one, as written. */
export function httpUrl(value: string): string | undefined {
  const address = value.trim();
  return /^https?:\/\/[^\s<>"]+$/i.test(address) && URL.canParse(address) ? address : undefined;
}

const MARKDOWN = /\.(?:md|markdown)$/i;
const LANGUAGE_SUFFIX = /\.(en|es)$/i;

/** What the name of a Markdown file says: its folders, its name without endings and Hugo's language suffix. */
export interface PathParts {
  readonly folders: readonly string[];
  readonly name: string;
  readonly suffix: 'en' | 'es' | undefined;
  /** True for `index` (a page in its own folder) and `_index` (the page of a folder). */
  readonly isIndex: boolean;
}

/** Takes a path of the folder apart. */
export function pathParts(path: string): PathParts {
  const folders = path.split('/');
  const stem = (folders.pop() ?? '').replace(MARKDOWN, '');
  const suffix = LANGUAGE_SUFFIX.exec(stem)?.[1]?.toLowerCase();
  const name = stem.replace(LANGUAGE_SUFFIX, '');
  return {
    folders,
    name,
    suffix: suffix === 'en' || suffix === 'es' ? suffix : undefined,
    isIndex: /^_?index$/i.test(name),
  };
}

/** What the front matter says of a page's address. */
export interface AddressData {
  readonly url?: string;
  readonly slug?: string;
}

/**
 * The address of a page under a site, by Hugo's rules: folders and name in lower case with `-` for spaces,
 * `index` folded into its folder, `slug` for the name, `en/` before `name.en.md`, `url` for the whole path, after
 * the language's part unless it starts with `/`. See https://gohugo.io/content-management/urls/.
 */
export function permalink(path: string, siteUrl: string, data: AddressData = {}): string | undefined {
  const base = httpUrl(siteUrl)?.replace(/\/+$/, '');
  if (base === undefined) return undefined;
  const { folders, name, suffix, isIndex } = pathParts(path);
  if (data.url !== undefined) {
    const isEnglish = suffix === 'en' || folders[0]?.toLowerCase() === 'en';
    const prefix = isEnglish && !data.url.startsWith('/') ? 'en/' : '';
    return httpUrl(data.url) ?? `${base}/${prefix}${encodePath(data.url.replace(/^\/+/, ''))}`;
  }
  const segments = [...folders, ...(isIndex ? [] : [name])];
  if (data.slug !== undefined && !/^_index$/i.test(name)) segments.splice(-1, 1, data.slug);
  if (suffix === 'en' && segments[0]?.toLowerCase() !== 'en') segments.unshift('en');
  const parts = segments.map(urlSegment).filter((each) => each !== '');
  return parts.length === 0 ? `${base}/` : `${base}/${parts.join('/')}/`;
}

/** Spaces become one `-`, or none beside a `-` that is there; other signs than Hugo keeps are left out. */
function urlSegment(segment: string): string {
  const kept = segment
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\s._~+@#-]/gu, '')
    .replace(/\s*-\s+|\s+-?/g, '-');
  return encodeURIComponent(kept);
}

function encodePath(path: string): string {
  return encodeURI(path.trim().replace(/\s+/g, '-'));
}

/**
 * Where a link of a page leads: http(s) and mailto as written; a path inside the folder or the site becomes
 * the address of its target; anything else is `undefined`, and so is every path when there is no site.
 */
export function linkTarget(
  target: string,
  page: { readonly path: string; readonly siteUrl?: string; readonly url?: string },
): string | undefined {
  const address = target.trim();
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(address)) return address;
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return httpUrl(address);
  const base = page.siteUrl === undefined ? undefined : httpUrl(page.siteUrl);
  if (base === undefined || address === '' || address.startsWith('//')) return undefined;
  const inFolder = `http://folder/${page.path.split('/').map(encodeURIComponent).join('/')}`;
  if (!URL.canParse(address, inFolder)) return undefined;
  const resolved = new URL(address, inFolder);
  const file = decoded(resolved.pathname.slice(1));
  if (MARKDOWN.test(file)) return `${permalink(file, base)}${resolved.hash}`;
  if (address.startsWith('/')) return `${base.replace(/\/+$/, '')}${address}`;
  return page.url !== undefined && URL.canParse(address, page.url)
    ? new URL(address, page.url).href
    : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
