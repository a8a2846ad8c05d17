import GithubSlugger from 'github-slugger';
import type { Definition, FootnoteDefinition, Heading, Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type BlockContext, blockUnits } from './blocks.ts';
import type { Section, Unit } from './document.ts';
import { htmlToMarkdown, withoutHidden } from './html.ts';
import { inlineText } from './inline.ts';
import { withoutShortcodes } from './shortcodes.ts';
import { withoutTemplateTags } from './template-tags.ts';

const EXTENSIONS = {
  // Indented prose is common in these files and indented code is not; one tilde means «about» or a range.
  extensions: [gfm({ singleTilde: false }), { disable: { null: ['codeIndented'] } }],
  // The tokenizer has found the bare addresses already; the second search of the tree takes a fifth of the time.
  mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
};
const BULLET = /^([ \t]*)[•▪‣◦·●][ \t]+/gm;
const ATTRIBUTES = /\s*\{([^{}]*)\}\s*$/;

/** The nodes of a Markdown text, HTML blocks already read as Markdown, and where its links lead. */
export interface MarkdownTree {
  readonly nodes: readonly RootContent[];
  readonly definitions: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

/**
 * Parses a cleaned text with GitHub's Markdown, without the tags of site generators, comments and hidden HTML. Lines keep
 * their numbers. Throws a `RangeError` for a text nested beyond the stack.
 */
export function parseMarkdown(source: string): MarkdownTree {
  const text = withoutHidden(withoutTemplateTags(withoutShortcodes(source))).replace(BULLET, '$1- ');
  const nodes = fromMarkdown(text, EXTENSIONS).children.flatMap(withoutHtml);
  const definitions = new Map<string, string>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const collect = (node: Nodes): void => {
    if (node.type === 'definition') define(definitions, node);
    if (node.type === 'footnoteDefinition') footnotes.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) collect(child);
  };
  for (const node of nodes) collect(node);
  return { nodes, definitions, footnotes };
}

function define(definitions: Map<string, string>, node: Definition): void {
  if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
}

/** An HTML block as the Markdown nodes that it says, on the lines where the block stands. */
function withoutHtml(node: RootContent): RootContent[] {
  if (node.type !== 'html') return [node];
  const inner: Root = fromMarkdown(htmlToMarkdown(node.value), EXTENSIONS);
  for (const child of inner.children) {
    if (node.position === undefined) delete child.position;
    else child.position = node.position;
  }
  return inner.children.filter((child) => child.type !== 'html');
}

/** The words of the heading that names the text: its first top one (`#`), else its first one. */
export function ownHeading(tree: MarkdownTree): string | undefined {
  const headings = tree.nodes.filter(
    (node): node is Heading => node.type === 'heading' && headingText(node).text !== '',
  );
  const own = headings.find((node) => node.depth === 1) ?? headings[0];
  return own && headingText(own).text;
}

/**
 * The sections of a text in order. A top heading that repeats the title opens no section of its own.
 * `firstLine` is the line of the file where the text begins.
 */
export function toSections(
  tree: MarkdownTree,
  options: {
    readonly title: string;
    readonly firstLine: number;
    resolve(target: string): string | undefined;
  },
): Section[] {
  const context = { definitions: tree.definitions, resolve: options.resolve };
  const slugger = new GithubSlugger();
  const taken = new Set<string>();
  const above: { readonly level: number; readonly heading: string }[] = [];
  const sections: Section[] = [];
  let current: Open = { anchor: '', heading: '', trail: [], level: 0, line: options.firstLine, nodes: [] };

  const close = (): void => {
    const { nodes, ...place } = current;
    const units = sectionUnits(nodes, context, tree.footnotes);
    if (units.length > 0 || place.heading !== '') sections.push({ ...place, units });
  };
  for (const node of tree.nodes) {
    const heading = node.type === 'heading' ? headingText(node) : undefined;
    if (node.type !== 'heading' || heading === undefined || heading.text === '') {
      current.nodes.push(node);
      continue;
    }
    const slug = slugger.slug(heading.text) || slugger.slug('seccion');
    const line = options.firstLine + (node.position?.start.line ?? 1) - 1;
    close();
    if (node.depth === 1 && sameWords(heading.text, options.title)) {
      above.length = 0;
      current = { anchor: '', heading: '', trail: [], level: 0, line, nodes: [] };
      continue;
    }
    while ((above.at(-1)?.level ?? 0) >= node.depth) above.pop();
    const anchor = heading.id !== undefined && !taken.has(heading.id) ? heading.id : slug;
    taken.add(anchor);
    current = {
      anchor,
      heading: heading.text,
      trail: above.map((each) => each.heading),
      level: node.depth,
      line,
      nodes: [],
    };
    above.push({ level: node.depth, heading: heading.text });
  }
  close();
  return sections;
}

interface Open extends Omit<Section, 'units'> {
  readonly nodes: RootContent[];
}

/** The units of a section's nodes, then those of the footnotes that they point to. */
function sectionUnits(
  nodes: readonly RootContent[],
  context: Pick<BlockContext, 'definitions' | 'resolve'>,
  footnotes: MarkdownTree['footnotes'],
): readonly Unit[] {
  const notes = new Set<string>();
  const units: Unit[] = [];
  const blocks: BlockContext = { ...context, notes, units };
  for (const node of nodes) blockUnits(node, blocks);
  for (const name of notes)
    for (const child of footnotes.get(name)?.children ?? []) blockUnits(child, blocks);
  return units;
}

/** A heading's words and the `{#id}` that it ends in, if it has one. */
function headingText(node: Heading): { readonly text: string; readonly id: string | undefined } {
  const { text } = inlineText(node.children, { definitions: new Map(), resolve: () => undefined });
  const attributes = ATTRIBUTES.exec(text)?.[1];
  if (attributes === undefined || !/^\s*[#.]/.test(attributes)) return { text, id: undefined };
  return { text: text.replace(ATTRIBUTES, ''), id: /#([^\s.#]+)/.exec(attributes)?.[1] };
}

function sameWords(one: string, other: string): boolean {
  return plainWords(one) === plainWords(other);
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
