import type { List, PhrasingContent, RootContent, Table } from 'mdast';
import type { Unit } from './document.ts';
import { type InlineText, inlineText, type LinkContext } from './inline.ts';
import { hasPlaceholder } from './placeholder.ts';
import { splitSentences } from './sentences.ts';

/** Where the units of a section are gathered, with the footnotes that they point to. */
export interface BlockContext extends LinkContext {
  readonly units: Unit[];
  readonly notes: Set<string>;
}

/**
 * Adds the units of one block: the sentences of a paragraph, the items of a list, the rows of a table, the
 * lines of a piece of code. A footnote's text is left for its section's end.
 */
export function blockUnits(node: RootContent, context: BlockContext): void {
  const block = (context.units.at(-1)?.block ?? -1) + 1;
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      addSentences(read(node.children, context), block, context);
      return;
    case 'blockquote':
      for (const child of node.children) blockUnits(child, context);
      return;
    case 'list':
      addItems(node, block, context);
      return;
    case 'table':
      addRows(node, block, context);
      return;
    case 'code':
      for (const line of node.value.split('\n'))
        addUnit('row', block, read([{ type: 'text', value: line }], context), context);
      return;
    default:
      return;
  }
}

function read(nodes: readonly PhrasingContent[], context: BlockContext): InlineText {
  const inline = inlineText(nodes, context);
  for (const note of inline.notes) context.notes.add(note);
  return inline;
}

function addSentences(inline: InlineText, block: number, context: BlockContext): void {
  let from = 0;
  for (const sentence of splitSentences(inline.text)) {
    const start = inline.text.indexOf(sentence, from);
    const end = start + sentence.length;
    const links = inline.links
      .filter((link) => link.start < end && start < link.end)
      .map((link) => ({
        ...link,
        start: Math.max(link.start, start) - start,
        end: Math.min(link.end, end) - start,
      }));
    addUnit('sentence', block, { text: sentence, links, notes: [] }, context);
    from = end;
  }
}

/** An item's own text is one unit; what stands under it follows as further units of the same block. */
function addItems(list: List, block: number, context: BlockContext): void {
  for (const item of list.children) {
    for (const child of item.children) {
      if (child.type === 'paragraph') addUnit('item', block, read(child.children, context), context);
      else if (child.type === 'list') addItems(child, block, context);
      else {
        const inner: BlockContext = { ...context, units: [] };
        blockUnits(child, inner);
        context.units.push(...inner.units.map((unit) => ({ ...unit, block })));
      }
    }
  }
}

/** Each row reads «Header: cell; Header: cell», empty cells left out. */
function addRows(table: Table, block: number, context: BlockContext): void {
  const [header, ...rows] = table.children.map((row) =>
    row.children.map((cell) => read(cell.children, context)),
  );
  if (header === undefined) return;
  if (rows.length === 0) addUnit('row', block, joined(header, []), context);
  for (const cells of rows) addUnit('row', block, joined(cells, header), context);
}

function joined(cells: readonly InlineText[], header: readonly InlineText[]): InlineText {
  let text = '';
  const links: InlineText['links'][number][] = [];
  cells.forEach((cell, index) => {
    if (cell.text === '') return;
    const label = header[index]?.text.replace(/:$/, '') ?? '';
    text += `${text === '' ? '' : '; '}${label === '' ? '' : `${label}: `}`;
    for (const link of cell.links)
      links.push({ ...link, start: link.start + text.length, end: link.end + text.length });
    text += cell.text;
  });
  return { text, links, notes: [] };
}

function addUnit(kind: Unit['kind'], block: number, inline: InlineText, context: BlockContext): void {
  const { text } = inline;
  if (!/[\p{L}\p{N}]/u.test(text)) return;
  const links = inline.links
    .map((link) => ({ text: text.slice(link.start, link.end).trim(), url: link.url }))
    .filter((link) => link.text !== '');
  context.units.push({ kind, block, text, links, placeholder: hasPlaceholder(text) });
}
