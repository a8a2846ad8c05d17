import type { PhrasingContent } from 'mdast';
import { cleanText } from './clean.ts';
import { readTag } from './html.ts';

/** A link in a text, in UTF-16 units of the text. */
export interface LinkSpan {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** A run of Markdown as one line of plain text. `notes` are the footnotes that it points to. */
export interface InlineText {
  readonly text: string;
  readonly links: readonly LinkSpan[];
  readonly notes: readonly string[];
}

/** What links need to know: the targets of `[text][name]`, and which targets are served. */
export interface LinkContext {
  readonly definitions: ReadonlyMap<string, string>;
  resolve(target: string): string | undefined;
}

/**
 * Reads a run of Markdown: emphasis and tags go, the text of links stays, pictures, struck-out text and
 * footnote marks go, a line break is a space.
 */
export function inlineText(nodes: readonly PhrasingContent[], context: LinkContext): InlineText {
  let text = '';
  const links: LinkSpan[] = [];
  const notes: string[] = [];
  const open: { readonly start: number; readonly target: string | undefined }[] = [];

  const write = (raw: string): void => {
    const piece = cleanText(raw).replace(/\s+/g, ' ');
    text += text === '' || text.endsWith(' ') ? piece.trimStart() : piece;
  };
  const link = (start: number, target: string | undefined): void => {
    const url = target === undefined ? undefined : context.resolve(target);
    if (url !== undefined && text.slice(start).trim() !== '') links.push({ start, end: text.length, url });
  };
  const visit = (node: PhrasingContent): void => {
    switch (node.type) {
      case 'text':
        write(prose(node.value));
        return;
      case 'inlineCode':
        write(node.value);
        return;
      case 'break':
        write(' ');
        return;
      case 'html':
        tag(node.value);
        return;
      case 'footnoteReference':
        notes.push(node.identifier);
        return;
      case 'link':
      case 'linkReference': {
        const start = text.length;
        for (const child of node.children) visit(child);
        link(start, node.type === 'link' ? node.url : context.definitions.get(node.identifier));
        return;
      }
      case 'emphasis':
      case 'strong':
        for (const child of node.children) visit(child);
        return;
      default:
        return;
    }
  };
  const tag = (html: string): void => {
    const found = readTag(html);
    if (found?.name === 'br') write(' ');
    if (found?.name !== 'a') return;
    if (!found.closes) open.push({ start: text.length, target: found.href });
    const opened = found.closes ? open.pop() : undefined;
    if (opened !== undefined) link(opened.start, opened.target);
  };

  for (const node of nodes) visit(node);
  return { text: text.trimEnd(), links, notes };
}

/** Plain words: a definition's «: » joins its term, and stars that marked nothing go. */
function prose(value: string): string {
  return value.replace(/\n:\s+/g, ': ').replace(/\*{2,}/g, '');
}
