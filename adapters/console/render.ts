import {
  type AdapterTexts,
  type Block,
  type Inline,
  offered,
  type Reply,
} from '../../src/messaging/index.ts';
import { screenText } from './screen-text.ts';
import { type Span, wrap } from './wrap.ts';

/** How the output is shown: `width` in columns (`Infinity` does not wrap), and whether bold may be used. */
export interface Screen {
  readonly width: number;
  readonly colour: boolean;
}

/**
 * A reply as lines for a terminal or a pipe, without a line end after the last one. Nothing in it obeys the
 * reply's texts: every leaf goes through `screenText`. Suggestions are numbered from 1 in their order.
 */
export function renderReply(reply: Reply, texts: AdapterTexts['console'], screen: Screen): string {
  const parts = reply.blocks.map((block) => renderBlock(block, screen));
  const choices = offered(reply);
  if (choices.length > 0) {
    const items = choices.map(({ label }): Span[] => [{ text: screenText(label), bold: false }]);
    const lines = items.map((item, index) => hanging(`${index + 1}) `, item, screen));
    parts.push([...paragraph([{ kind: 'text', text: texts.suggestions }], screen), ...lines.flat()]);
  }
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

function renderBlock(block: Block, screen: Screen): string[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.content, screen);
    case 'quote':
      return hanging('', [plain('«'), ...spansOf(block.content), plain('»')], screen);
    case 'list':
      return block.items.flatMap((item, index) =>
        hanging(block.ordered ? `${index + 1}. ` : '- ', spansOf(item), screen),
      );
  }
}

function paragraph(content: readonly Inline[], screen: Screen): string[] {
  return hanging('', spansOf(content), screen);
}

/** Lines that start with `mark`, the following ones below its text. */
function hanging(mark: string, spans: readonly Span[], { width, colour }: Screen): string[] {
  const indent = ' '.repeat(mark.length);
  return wrap(spans, width - mark.length).map(
    (line, index) => (index === 0 ? mark : indent) + line.map((span) => styled(span, colour)).join(''),
  );
}

function styled({ text, bold }: Span, colour: boolean): string {
  return bold && colour ? `\u001b[1m${text}\u001b[22m` : text;
}

function spansOf(content: readonly Inline[]): Span[] {
  return content.flatMap((inline): Span[] => {
    const text = screenText(inline.text);
    if (inline.kind !== 'link') return [{ text, bold: inline.kind === 'strong' }];
    const url = screenText(inline.url);
    return [plain(url === text ? url : `${text} (${url})`)];
  });
}

function plain(text: string): Span {
  return { text, bold: false };
}
