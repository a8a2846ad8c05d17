import type { Block, Inline, Reply } from './reply.ts';

/** One run of inlines as plain text; a link keeps its address in parentheses unless that is its text. */
export function inlineText(content: readonly Inline[]): string {
  return content
    .map((inline) =>
      inline.kind === 'link' && inline.url !== inline.text ? `${inline.text} (${inline.url})` : inline.text,
    )
    .join('');
}

/** One block as plain text: list items a line each, quotes between «». */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineText(block.content);
    case 'quote':
      return `«${inlineText(block.content)}»`;
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inlineText(item)}`)
        .join('\n');
  }
}

/** The whole reply as a person would hear it, blocks apart by a blank line, without the suggestions. */
export function plainText(reply: Reply): string {
  return reply.blocks.map(blockText).join('\n\n');
}
