import { detectLanguage, type Language, planNumbers, words } from '../language/index.ts';
import { problemTexts, skipTexts } from '../texts/problems.ts';
import { httpUrl, linkTarget, pathParts, permalink } from './addresses.ts';
import { oneLine } from './clean.ts';
import { isoDay } from './dates.ts';
import { decode } from './decode.ts';
import type { Document, Problem, Section, SkippedFile } from './document.ts';
import { readFrontMatter } from './front-matter.ts';
import { kindOfPath } from './kind.ts';
import { ownHeading, parseMarkdown, toSections } from './markdown.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { placeholderIn } from './placeholder.ts';
import { error, shown, warning } from './problem.ts';

/** What reading a file depends on besides the file. */
export interface ReadOptions {
  /** ISO day in Bogotá: what is dated later, or expired by then, is not served. */
  readonly today: string;
  /** Address of the public site whose pages these files are. */
  readonly siteUrl?: string;
}

/** What one file came to. `problems` of a served file are warnings. */
export type FileReading =
  | {
      readonly status: 'served';
      readonly path: string;
      readonly document: Document;
      /** The site that the file is part of. */
      readonly siteUrl?: string;
      /** How many keys the front matter has. */
      readonly keys: number;
      readonly problems: readonly Problem[];
    }
  | { readonly status: 'skipped'; readonly path: string; readonly skipped: SkippedFile }
  | { readonly status: 'refused'; readonly path: string; readonly problems: readonly Problem[] };

/** Reads one Markdown file from its bytes. Pure, and never throws: whatever is wrong is a problem. */
export function readDocument(path: string, bytes: Uint8Array, options: ReadOptions): FileReading {
  const text = decode(path, bytes);
  if (typeof text !== 'string') return refused(path, text);
  const front = readFrontMatter(path, text);
  if ('rule' in front) return refused(path, front);
  const metadata = readMetadata(front, path);
  const skipped = notServed(path, metadata, options.today);
  if (skipped !== undefined) return { status: 'skipped', path, skipped };

  const place = addressOf(path, metadata, options.siteUrl);
  let title: string;
  let sections: readonly Section[];
  try {
    const tree = parseMarkdown(front.body);
    title = metadata.title ?? ownHeading(tree) ?? titleOfPath(path);
    const resolve = (target: string): string | undefined => linkTarget(target, { path, ...place });
    sections = toSections(tree, { title, firstLine: front.bodyLine, resolve });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return refused(path, error('nesting', problemTexts.notMarkdown(), path, front.bodyLine));
  }
  if (!sections.some((section) => section.units.length > 0)) {
    if (/^_index$/i.test(pathParts(path).name))
      return { status: 'skipped', path, skipped: { path, rule: 'section', message: skipTexts.section() } };
    return refused(path, warning('empty', problemTexts.emptyBody(), path, front.bodyLine));
  }
  const document = toDocument(path, metadata, { title, sections, url: place.url });
  const problems = [...metadata.problems, ...placeholderProblems(document, text)];
  const keys = Object.keys(front.data).length;
  const { siteUrl } = place;
  return { status: 'served', path, document, ...(siteUrl === undefined ? {} : { siteUrl }), keys, problems };
}

function refused(path: string, problem: Problem): FileReading {
  return { status: 'refused', path, problems: [problem] };
}

function notServed(path: string, metadata: Metadata, today: string): SkippedFile | undefined {
  const later = [metadata.date, metadata.publishDate]
    .filter((day) => day !== undefined && day > today)
    .sort();
  const starts = later.at(-1);
  const ended = metadata.expiryDate;
  if (metadata.draft) return { path, rule: 'draft', message: skipTexts.draft() };
  if (starts !== undefined) return { path, rule: 'future', message: skipTexts.future(starts) };
  if (ended !== undefined && ended <= today)
    return { path, rule: 'expired', message: skipTexts.expired(ended) };
  return undefined;
}

function addressOf(
  path: string,
  metadata: Metadata,
  siteUrl: string | undefined,
): { readonly siteUrl?: string; readonly url?: string } {
  const { url, slug } = metadata;
  if (siteUrl === undefined) return {};
  const address = permalink(path, siteUrl, {
    ...(url === undefined ? {} : { url }),
    ...(slug === undefined ? {} : { slug }),
  });
  if (address === undefined) return {};
  return metadata.isPage ? { siteUrl, url: address } : { siteUrl };
}

function toDocument(
  path: string,
  metadata: Metadata,
  read: { readonly title: string; readonly sections: readonly Section[]; readonly url: string | undefined },
): Document {
  const { date: written, author, description, weight, aliases, references, questions, extra } = metadata;
  const date = written ?? isoDay(pathParts(path).name.slice(0, 10));
  const reference = references.find((each) => each.url !== undefined)?.url;
  const url = read.url ?? metadata.link ?? httpUrl(metadata.url ?? '') ?? reference;
  return {
    path,
    kind: metadata.kind ?? kindOfPath(path),
    language: metadata.language ?? languageOf(path, read.sections),
    title: read.title,
    ...(date === undefined ? {} : { date }),
    ...(author === undefined ? {} : { author }),
    ...(description === undefined ? {} : { description }),
    ...(weight === undefined ? {} : { weight }),
    plans: metadata.plans.length > 0 ? metadata.plans : plansNamed(read.title, path),
    aliases,
    references,
    questions,
    ...(url === undefined ? {} : { url }),
    sections: read.sections,
    extra,
  };
}

/** Characters of a text that tell its language. */
const LANGUAGE_SAMPLE = 3000;

function languageOf(path: string, sections: readonly Section[]): Language {
  const { suffix, folders } = pathParts(path);
  const folder = folders[0]?.toLowerCase();
  if (suffix !== undefined) return suffix;
  if (folder === 'en' || folder === 'es') return folder;
  let sample = '';
  for (const unit of sections.flatMap((section) => section.units)) {
    if (sample.length > LANGUAGE_SAMPLE) break;
    sample += `${unit.text} `;
  }
  return detectLanguage(words(sample.slice(0, LANGUAGE_SAMPLE)).map((word) => word.form)) ?? 'es';
}

/** The one plan that a title names, or else a file's name; a document about several names none here. */
function plansNamed(title: string, path: string): readonly number[] {
  const inTitle = planNumbers(title);
  const numbers = inTitle.length > 0 ? inTitle : planNumbers(titleOfPath(path));
  return numbers.length === 1 ? numbers : [];
}

/** A file's name as a title: «2018-05-03-tercer-plan.md» is «Tercer plan»; an index takes its folder's name. */
function titleOfPath(path: string): string {
  const { folders, name, isIndex } = pathParts(path);
  const stem = isIndex ? (folders.at(-1) ?? 'inicio') : name;
  const words = oneLine(stem.replace(/^\d{4}-\d{2}-\d{2}[-_]/, '').replace(/[-_]+/g, ' ')) || stem;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One warning for each text that was never filled in, at the first line of its section that still holds it. */
function placeholderProblems(document: Document, text: string): Problem[] {
  const lines = text.split('\n');
  let from = 0;
  return document.sections.flatMap((section) => {
    from = Math.max(from, section.line - 1);
    return section.units.flatMap((unit) => {
      const found = unit.placeholder ? placeholderIn(unit.text) : undefined;
      if (found === undefined) return [];
      const index = lines.findIndex((line, at) => at >= from && line.includes(found));
      if (index !== -1) from = index + 1;
      const line = index === -1 ? section.line : index + 1;
      return [warning('placeholder', problemTexts.placeholder(shown(found)), document.path, line)];
    });
  });
}
