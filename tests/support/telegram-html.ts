/** A text with its tags resolved, or why Telegram would refuse it. */
export type ParsedHtml =
  | { readonly ok: true; readonly text: string; readonly links: readonly { text: string; url: string }[] }
  | { readonly ok: false; readonly error: string };

const TAGS = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
);
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Reads parse mode HTML by the rules of Telegram's server; anything else is an error there too. */
export function parseTelegramHtml(html: string): ParsedHtml {
  const links: { text: string; url: string }[] = [];
  const open: { tag: string; start: number; url?: string }[] = [];
  let text = '';
  let at = 0;
  const failure = (what: string): ParsedHtml => ({
    ok: false,
    error: `${what} at byte offset ${Buffer.byteLength(html.slice(0, at))}`,
  });

  while (at < html.length) {
    const char = html.charAt(at);
    if (char === '&') {
      const entity = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot));/i.exec(html.slice(at, at + 12));
      text += entity === null ? '&' : decode(entity);
      at += entity === null ? 1 : entity[0].length;
    } else if (char !== '<') {
      text += char;
      at += 1;
    } else if (html.charAt(at + 1) === '/') {
      const end = /^<\/([^\s>]*)\s*>/.exec(html.slice(at));
      const top = open.pop();
      if (top === undefined) return failure('Unexpected end tag');
      if (end === null) return failure('Unclosed end tag');
      if (end[1] !== top.tag)
        return failure(`Unmatched end tag, expected "</${top.tag}>", found "${end[0]}"`);
      if (top.url !== undefined) links.push({ text: text.slice(top.start), url: top.url });
      at += end[0].length;
    } else {
      const start = /^<([^\s>]*)((?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[\w.-]+))?)*)\s*>/.exec(
        html.slice(at),
      );
      if (start === null) return failure('Unclosed start tag');
      const tag = (start[1] ?? '').toLowerCase();
      if (!TAGS.has(tag)) return failure(`Unsupported start tag "${tag}"`);
      if (tag === 'span' && !/class\s*=\s*"tg-spoiler"/.test(start[2] ?? '')) {
        return failure('Tag "span" must have class "tg-spoiler"');
      }
      if (tag === 'blockquote' && open.some((outer) => outer.tag === tag))
        return failure('Nested blockquote');
      const url = /href\s*=\s*"([^"]*)"/.exec(start[2] ?? '')?.[1];
      open.push({
        tag,
        start: text.length,
        ...(tag === 'a' && url !== undefined ? { url: decodeAttribute(url) } : {}),
      });
      at += start[0].length;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    return { ok: false, error: `Can't find end tag corresponding to start tag "${unclosed.tag}"` };
  }
  return { ok: true, text: text.trim(), links };
}

function decode([whole, decimal, hex, name]: RegExpExecArray): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function decodeAttribute(value: string): string {
  return value.replace(/&(lt|gt|amp|quot);/g, (whole, name: string) => NAMED[name] ?? whole);
}
