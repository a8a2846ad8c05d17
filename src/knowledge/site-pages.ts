import { pathParts, permalink } from './addresses.ts';
import type { Document, Section } from './document.ts';
import type { FileReading } from './read-document.ts';

type Served = Extract<FileReading, { status: 'served' }>;

/**
 * The readings of a site's files as Hugo publishes them: a file beside an `index.md` is part of that page, so
 * it has its address and is hidden with it; links between files lead to the addresses of their targets,
 * whatever `slug` or `url` those have. Readings without a site come back as they are.
 */
export function placePages(readings: readonly FileReading[]): readonly FileReading[] {
  if (!readings.some((reading) => reading.status === 'served' && reading.siteUrl !== undefined))
    return readings;
  const bundles = new Map<string, FileReading[]>();
  for (const reading of readings) {
    const folder = bundleFolder(reading.path);
    if (folder !== undefined) bundles.set(folder, [...(bundles.get(folder) ?? []), reading]);
  }
  const placed = readings.map((reading) => {
    const page = bundleFolder(reading.path) === undefined ? bundleOf(reading.path, bundles) : undefined;
    return reading.status === 'served' && page !== undefined ? asPartOf(reading, page) : reading;
  });
  const addresses = addressBook(placed);
  return placed.map((reading) =>
    reading.status === 'served' && reading.siteUrl !== undefined ? withLinks(reading, addresses) : reading,
  );
}

/** The folder that a file makes one page of, when it is the page of its own folder (Hugo's leaf bundle). */
function bundleFolder(path: string): string | undefined {
  const { folders, name } = pathParts(path);
  return name.toLowerCase() === 'index' && folders.length > 0 ? folders.join('/') : undefined;
}

/** The page that a file is part of, in its own language if there is one. */
function bundleOf(
  path: string,
  bundles: ReadonlyMap<string, readonly FileReading[]>,
): FileReading | undefined {
  const { folders, suffix } = pathParts(path);
  for (let depth = folders.length; depth > 0; depth--) {
    const pages = bundles.get(folders.slice(0, depth).join('/'));
    if (pages !== undefined) return pages.find((page) => pathParts(page.path).suffix === suffix) ?? pages[0];
  }
  return undefined;
}

function asPartOf(reading: Served, page: FileReading): FileReading {
  const { path } = reading;
  if (page.status === 'skipped')
    return page.skipped.rule === 'section'
      ? reading
      : { status: 'skipped', path, skipped: { ...page.skipped, path } };
  const { url: _, ...document } = reading.document;
  const url = page.status === 'served' ? page.document.url : undefined;
  return { ...reading, document: url === undefined ? document : { ...document, url } };
}

interface AddressBook {
  /** Published addresses by the one that the file's place implies, without a `/` at the end. */
  readonly byPlace: ReadonlyMap<string, string>;
  /** The same by the last part of the place; '' when several files share it. */
  readonly byName: ReadonlyMap<string, string>;
}

function addressBook(readings: readonly FileReading[]): AddressBook {
  const byPlace = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const reading of readings) {
    if (reading.status !== 'served' || reading.siteUrl === undefined) continue;
    const place = placeOf(reading.path, reading.siteUrl);
    const { url } = reading.document;
    if (url === undefined || byPlace.has(place)) continue;
    byPlace.set(place, url);
    const name = place.slice(place.lastIndexOf('/') + 1);
    if (pathParts(reading.path).suffix !== 'en') byName.set(name, byName.has(name) ? '' : url);
  }
  return { byPlace, byName };
}

function placeOf(path: string, siteUrl: string): string {
  return withoutSlash(permalink(path, siteUrl) ?? '');
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

function withLinks(reading: Served, book: AddressBook): Served {
  const { document, siteUrl = '' } = reading;
  const resolve = (url: string): string => resolved(url, { document, siteUrl }, book);
  const isMoved = ({ units }: Section): boolean =>
    units.some(({ links }) => links.some(({ url }) => resolve(url) !== url));
  if (!document.sections.some(isMoved)) return reading;
  const sections = document.sections.map((section) => ({
    ...section,
    units: section.units.map((unit) => ({
      ...unit,
      links: unit.links.map((link) => ({ ...link, url: resolve(link.url) })),
    })),
  }));
  return { ...reading, document: { ...document, sections } };
}

/**
 * Where a link leads: to the page whose place it names; else, as Hugo's `ref` looks for it, beside the file,
 * from the top of the content, or to the only file of that name; else where it said.
 */
function resolved(
  url: string,
  { document, siteUrl }: { readonly document: Document; readonly siteUrl: string },
  { byPlace, byName }: AddressBook,
): string {
  const base = withoutSlash(siteUrl);
  if (!url.startsWith(`${base}/`)) return url;
  const [address = '', hash] = url.split('#', 2);
  const place = withoutSlash(address);
  const published = (target: string | undefined): string | undefined =>
    target === undefined || target === '' ? undefined : hash === undefined ? target : `${target}#${hash}`;
  const known = published(byPlace.get(place));
  if (known !== undefined) return known;
  const own = placeOf(document.path, siteUrl);
  const folder = pathParts(document.path).isIndex ? own : own.slice(0, own.lastIndexOf('/'));
  for (const above of [withoutSlash(document.url ?? own), own, folder]) {
    if (!place.startsWith(`${above}/`)) continue;
    const rest = place.slice(above.length + 1);
    const found = byPlace.get(`${folder}/${rest}`) ?? byPlace.get(`${base}/${rest}`) ?? byName.get(rest);
    if (found !== undefined && found !== '') return published(found) ?? url;
  }
  return url;
}
