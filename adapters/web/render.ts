import type { AdapterTexts, Block, Inline, Reply, Suggestion } from '../../src/messaging/index.ts';

/** A reply as the page gets it, as JSON. Links have http and https addresses alone. */
export interface PageReply extends Pick<Reply, 'language' | 'blocks' | 'suggestions'> {
  readonly actions: NonNullable<Reply['actions']>;
  readonly pages?: {
    /** «Página 1 de 4». */
    readonly label: string;
    readonly previous?: Suggestion;
    readonly next?: Suggestion;
  };
}

/** What the page needs of a reply, with the texts of the reply's language. */
export function render(
  { language, blocks, suggestions, actions = [], pages }: Reply,
  texts: AdapterTexts,
): PageReply {
  const { previous, next } = pages ?? {};
  return {
    language,
    blocks: blocks.map(safeBlock),
    suggestions,
    actions,
    ...(pages === undefined
      ? {}
      : {
          pages: {
            label: texts.web.pageOf(pages.number, pages.count),
            ...(previous === undefined ? {} : { previous }),
            ...(next === undefined ? {} : { next }),
          },
        }),
  };
}

function safeBlock(block: Block): Block {
  return block.kind === 'list'
    ? { ...block, items: block.items.map((item) => item.map(safeInline)) }
    : { ...block, content: block.content.map(safeInline) };
}

/** A link to anywhere but the web is shown as its text. */
function safeInline(inline: Inline): Inline {
  if (inline.kind !== 'link' || isWebAddress(inline.url)) return inline;
  return { kind: 'text', text: inline.text };
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
