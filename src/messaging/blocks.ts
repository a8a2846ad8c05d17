import type { Block, Inline, Language, Reply, Suggestion } from './reply.ts';

/** A paragraph of these leaves; a string is plain text. */
export function paragraph(...content: readonly (Inline | string)[]): Block {
  return { kind: 'paragraph', content: content.map(leaf) };
}

/** What somebody else said, of these leaves; a string is plain text. */
export function quote(...content: readonly (Inline | string)[]): Block {
  return { kind: 'quote', content: content.map(leaf) };
}

/** A list; an item that is a string is plain text. */
export function list(items: readonly (readonly Inline[] | string)[], ordered = false): Block {
  return {
    kind: 'list',
    ordered,
    items: items.map((item) => (typeof item === 'string' ? [leaf(item)] : item)),
  };
}

/** A reply without sources; a string is a paragraph of plain text. */
export function say(
  language: Language,
  blocks: readonly (Block | string)[],
  suggestions: readonly Suggestion[] = [],
): Reply {
  return {
    language,
    blocks: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
    sources: [],
    suggestions,
  };
}

function leaf(content: Inline | string): Inline {
  return typeof content === 'string' ? { kind: 'text', text: content } : content;
}
