import { cleanText } from '../knowledge/clean.ts';
import { decode } from '../knowledge/decode.ts';
import { type FrontMatter, readFrontMatter } from '../knowledge/front-matter.ts';
import type { Document } from '../knowledge/index.ts';
import { type MarkdownTree, parseMarkdown } from '../knowledge/markdown.ts';
import { type Block, blocksOf, type PageLink, pageLinks } from './page-blocks.ts';

/** A Markdown file, as the rules see it. Lines are those of the file, from 1. */
export interface Page {
  readonly path: string;
  /** The lines of the file, cleaned. */
  readonly lines: readonly string[];
  /** Undefined when it can't be understood. */
  readonly front: FrontMatter | undefined;
  /** What can be read, top to bottom; empty when the file can't be read. */
  readonly blocks: readonly Block[];
  readonly links: readonly PageLink[];
  readonly nodes: MarkdownTree['nodes'];
  /** The document that it is served as; undefined for drafts and for files that can't be served. */
  readonly document: Document | undefined;
}

/** Reads a file from its bytes. Pure, and never throws: what can't be read is left empty. */
export function readPage(path: string, bytes: Uint8Array, document: Document | undefined): Page {
  const text = decode(path, bytes);
  if (typeof text !== 'string') return { ...nothing, path, document };
  const page = { ...nothing, path, document, lines: text.split('\n') };
  const front = readFrontMatter(path, text);
  if ('rule' in front) return page;
  try {
    const tree = parseMarkdown(front.body);
    const before = front.bodyLine - 1;
    return {
      ...page,
      front,
      nodes: tree.nodes,
      blocks: blocksOf(tree, before),
      links: pageLinks(tree, before),
    };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return { ...page, front };
  }
}

const nothing = { lines: [], front: undefined, blocks: [], links: [], nodes: [] } as const;

/** Every text of the front matter, with the line where its value begins. */
export function frontTexts(page: Page): { readonly text: string; readonly line: number }[] {
  const { front } = page;
  if (front === undefined) return [];
  const found: { readonly text: string; readonly line: number }[] = [];
  const visit = (value: unknown, at: readonly (string | number)[]): void => {
    if (typeof value === 'string') found.push({ text: cleanText(value), line: front.lineAt(at) });
    else if (Array.isArray(value)) for (const [index, each] of value.entries()) visit(each, [...at, index]);
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) visit(each, [...at, key]);
  };
  visit(front.data, []);
  return found;
}

/** The line between two where some words stand; the first of them when they stand in none. */
export function lineOf(page: Page, words: string, from: number, to: number): number {
  for (let line = from; line <= to; line++) if (page.lines[line - 1]?.includes(words)) return line;
  return from;
}
