import { readTag } from '../knowledge/html.ts';
import { inlineText } from '../knowledge/inline.ts';
import type { MarkdownTree } from '../knowledge/markdown.ts';

type TopNode = MarkdownTree['nodes'][number];

/** A heading, a paragraph, an item's paragraph, a cell or a line of code, as a person reads it. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'code';
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  /** Of a heading, 1–6; else 0. */
  readonly depth: number;
  readonly hasLink: boolean;
}

/** A link or a picture, with where it leads as it is written. */
export interface PageLink {
  readonly target: string;
  readonly line: number;
}

interface Lines {
  readonly start: number;
  readonly end: number;
}

/** A node of the tree, as far as it is looked at here. */
interface AnyNode {
  readonly type: string;
  readonly children?: readonly AnyNode[];
  readonly value?: string;
  readonly url?: string;
  readonly identifier?: string;
  readonly position?:
    | { readonly start: { readonly line: number }; readonly end: { readonly line: number } }
    | undefined;
}

/** The readable blocks of a tree in order. `before` is how many lines of the file stand above the tree. */
export function blocksOf(tree: MarkdownTree, before: number): Block[] {
  const blocks: Block[] = [];
  const context = { definitions: tree.definitions, resolve: (target: string) => target };
  const visit = (node: TopNode, top: Lines, kind: 'paragraph' | 'item'): void => {
    const lines = linesOf(node, top, before);
    const add = (block: Pick<Block, 'kind' | 'text' | 'hasLink'>, depth = 0): void => {
      blocks.push({ ...block, line: lines.start, endLine: lines.end, depth });
    };
    switch (node.type) {
      case 'heading':
      case 'paragraph': {
        const { text, links } = inlineText(node.children, context);
        const isHeading = node.type === 'heading';
        add(
          { kind: isHeading ? 'heading' : kind, text, hasLink: links.length > 0 },
          isHeading ? node.depth : 0,
        );
        return;
      }
      case 'code':
        node.value.split('\n').forEach((text, index) => {
          const line = Math.min(lines.start + 1 + index, lines.end);
          blocks.push({ kind: 'code', text, hasLink: false, line, endLine: line, depth: 0 });
        });
        return;
      case 'table':
        for (const row of node.children)
          for (const cell of row.children) {
            const { text, links } = inlineText(cell.children, context);
            const { start, end } = linesOf(cell, lines, before);
            blocks.push({
              kind: 'cell',
              text,
              hasLink: links.length > 0,
              line: start,
              endLine: end,
              depth: 0,
            });
          }
        return;
      case 'list':
        for (const item of node.children) for (const child of item.children) visit(child, lines, 'item');
        return;
      case 'blockquote':
      case 'footnoteDefinition':
        for (const child of node.children) visit(child, lines, kind);
        return;
      default:
        return;
    }
  };
  for (const node of tree.nodes) visit(node, unbounded, 'paragraph');
  return blocks;
}

/** Every link and picture of a tree, HTML ones too. */
export function pageLinks(tree: MarkdownTree, before: number): PageLink[] {
  const links: PageLink[] = [];
  const visit = (node: AnyNode, top: Lines): void => {
    const lines = linesOf(node, top, before);
    const target =
      node.type === 'linkReference' || node.type === 'imageReference'
        ? tree.definitions.get(node.identifier ?? '')
        : node.type === 'link' || node.type === 'image'
          ? node.url
          : node.type === 'html'
            ? readTag(node.value ?? '')?.href
            : undefined;
    if (target !== undefined) links.push({ target, line: lines.start });
    for (const child of node.children ?? []) visit(child, lines);
  };
  for (const node of tree.nodes) visit(node, unbounded);
  return links;
}

const unbounded: Lines = { start: 1, end: Number.POSITIVE_INFINITY };

/** The lines of a node, held within those of the node around it: what came from HTML counts its own lines. */
function linesOf(node: AnyNode, around: Lines, before: number): Lines {
  if (node.position === undefined) return around;
  const start = Math.min(Math.max(node.position.start.line + before, around.start), around.end);
  return { start, end: Math.max(start, Math.min(node.position.end.line + before, around.end)) };
}
