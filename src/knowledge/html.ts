import { lineBreaks } from './shortcodes.ts';

const HIDDEN = 'script|style|iframe|svg|template|object|video|audio|canvas|noscript|select|textarea';
const HIDDEN_OPENING = new RegExp(`<!--|<(${HIDDEN})(?=[\\s/>])`, 'gi');
const UNCLOSED = /^\s*(?:<!--|<\?|<!|<(?:script|style|textarea)\b)/i;
const TAG =
  /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const BLOCK =
  /^(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|header|hr|main|nav|ol|p|pre|section|summary|table|tbody|thead|tr|ul)$/;

/**
 * The text without HTML comments and without the elements whose content is never prose (scripts, styles,
 * frames, drawings). Their line breaks are kept, so lines keep their numbers.
 */
export function withoutHidden(source: string): string {
  const lower = source.toLowerCase();
  const exhausted = new Set<string>();
  let result = '';
  let kept = 0;
  for (const match of source.matchAll(HIDDEN_OPENING)) {
    const closer = match[1] === undefined ? '-->' : `</${match[1].toLowerCase()}`;
    if (match.index < kept || exhausted.has(closer)) continue;
    const start = lower.indexOf(closer, match.index + match[0].length);
    const end = start === -1 ? -1 : closer === '-->' ? start + 3 : source.indexOf('>', start) + 1;
    if (end <= 0) {
      exhausted.add(closer);
      continue;
    }
    result += source.slice(kept, match.index) + lineBreaks(source.slice(match.index, end));
    kept = end;
  }
  return result + source.slice(kept);
}

/** A tag inside a paragraph: its name, whether it closes, and the address of a link. */
export interface InlineTag {
  readonly name: string;
  readonly closes: boolean;
  readonly href: string | undefined;
}

/** Reads one inline tag; `undefined` for anything else (a declaration, an instruction). */
export function readTag(html: string): InlineTag | undefined {
  TAG.lastIndex = 0;
  const match = TAG.exec(html);
  return match === null ? undefined : tagOf(match[1], match[2], match[3]);
}

function tagOf(slash = '', name = '', attributes = ''): InlineTag {
  const href = HREF.exec(attributes);
  return { name: name.toLowerCase(), closes: slash === '/', href: href?.[1] ?? href?.[2] ?? href?.[3] };
}

/** A block of HTML as Markdown: its text, headings, list items and links; every tag is gone. */
export function htmlToMarkdown(html: string): string {
  if (UNCLOSED.test(html)) return '';
  const links: (string | undefined)[] = [];
  return html
    .replace(TAG, (_, slash: string, name: string, attributes: string) => {
      const tag = tagOf(slash, name, attributes);
      const level = /^h([1-6])$/.exec(tag.name)?.[1];
      if (level !== undefined) return tag.closes ? '\n\n' : `\n\n${'#'.repeat(Number(level))} `;
      if (tag.name === 'li') return tag.closes ? '\n' : '\n- ';
      if (tag.name === 'br' || tag.name === 'td' || tag.name === 'th') return ' ';
      if (BLOCK.test(tag.name)) return '\n\n';
      if (tag.name !== 'a') return '';
      if (!tag.closes) return links.push(tag.href) > 0 && tag.href !== undefined ? '[' : '';
      const href = links.pop();
      return href === undefined ? '' : `](<${href.replace(/[<>\n]/g, '')}>)`;
    })
    .replace(/^[ \t]+/gm, '');
}
