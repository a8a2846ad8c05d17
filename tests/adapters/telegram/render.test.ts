import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACE } from '../../../adapters/telegram/press.ts';
import { render, renderOpening } from '../../../adapters/telegram/render.ts';
import {
  type Block,
  type Inline,
  list,
  paragraph,
  quote,
  type Reply,
  say,
} from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { parseTelegramHtml } from '../../support/telegram-html.ts';
import { buttonsOf, linksOf, readMessageText } from '../../support/telegram-rules.ts';

const surroundings = { texts: adapterTexts('es').telegram, username: 'aga_prueba_bot' };

function htmls(blocks: readonly Block[]): readonly string[] {
  return render(say('es', blocks), surroundings).payloads.map(({ html }) => html);
}

function shown(html: string): string {
  const read = readMessageText({ text: html, parse_mode: 'HTML' });
  if (!('text' in read)) throw new Error(read.description);
  return read.text;
}

describe('a reply in HTML', () => {
  it('shows each kind of block', () => {
    const blocks: Block[] = [
      paragraph('Uno & <dos> ', { kind: 'strong', text: '"tres"' }),
      list(['a', 'b']),
      list(['c', [{ kind: 'strong', text: 'd' }]], true),
      quote('e'),
    ];
    expect(htmls(blocks)).toEqual([
      'Uno &amp; &lt;dos&gt; <b>"tres"</b>\n\n• a\n• b\n\n1. c\n2. <b>d</b>\n\n<blockquote>e</blockquote>',
    ]);
  });

  it('makes a link of a web or Telegram address, whatever stands in it', () => {
    const url = 'https://example.org/?a="1"&b=<2>';
    const [html = ''] = htmls([paragraph({ kind: 'link', text: 'el plan', url })]);
    expect(parseTelegramHtml(html)).toEqual({ ok: true, text: 'el plan', links: [{ text: 'el plan', url }] });
    expect(htmls([paragraph({ kind: 'link', text: 'x', url: 'tg://resolve?domain=a' })])[0]).toContain(
      '<a href',
    );
  });

  it.each([
    'javascript:alert(1)',
    '../planes/iii.md',
    '#ancla',
    'https://',
    `https://example.org/${'x'.repeat(3_000)}`,
  ])('shows only the text of a link to %.30s', (url) => {
    expect(htmls([paragraph({ kind: 'link', text: 'aquí', url })])).toEqual(['aquí']);
  });

  it('writes a mail address out, which Telegram would take for a web address', () => {
    const to = (text: string) => paragraph({ kind: 'link', text, url: 'mailto:a@example.org?subject=x' });
    expect(htmls([to('Escríbanos')])).toEqual(['Escríbanos (a@example.org)']);
    expect(htmls([to('a@example.org')])).toEqual(['a@example.org']);
  });

  it('leaves out what shows nothing', () => {
    expect(htmls([paragraph('  '), paragraph('\u200b'), list([[]], true)])).toEqual([]);
    expect(htmls([paragraph('a'), list([[], 'b'], true)])).toEqual(['a\n\n2. b']);
  });

  it('repairs half a surrogate pair, which Telegram refuses', () => {
    expect(htmls([paragraph('a\ud83db')])).toEqual(['a\ufffdb']);
  });

  it('gives the words and the addresses as plain text', () => {
    const blocks: Block[] = [
      paragraph({ kind: 'link', text: 'el <plan>', url: 'https://example.org/' }),
      quote({ kind: 'strong', text: 'cita' }),
    ];
    expect(render(say('es', blocks), surroundings).payloads.map(({ plain }) => plain)).toEqual([
      'el <plan> (https://example.org/)\n\n«cita»',
    ]);
  });
});

describe('a long reply', () => {
  it('fills a message to its last character', () => {
    expect(htmls([paragraph('😀'.repeat(4_096))])).toHaveLength(1);
    expect(htmls([paragraph('😀'.repeat(4_097))])).toHaveLength(2);
    expect(htmls([paragraph('a'.repeat(4_000)), paragraph('b'.repeat(94))])).toHaveLength(1);
    expect(htmls([paragraph('a'.repeat(4_000)), paragraph('b'.repeat(95))])).toHaveLength(2);
  });

  it('counts characters after escaping, not before', () => {
    expect(htmls([paragraph('&'.repeat(4_096))])).toHaveLength(1);
  });

  it('parts between blocks rather than inside one', () => {
    const blocks = [paragraph('a'.repeat(3_000)), paragraph('b'.repeat(3_000)), paragraph('c')];
    expect(htmls(blocks)).toEqual(['a'.repeat(3_000), `${'b'.repeat(3_000)}\n\nc`]);
  });

  it('parts a list between items', () => {
    const pieces = htmls([list(['a', 'b', 'c'].map((letter) => letter.repeat(1_500)))]);
    expect(pieces.map((piece) => piece.replaceAll(/(.)\1+/g, '$1'))).toEqual(['• a\n• b', '• c']);
  });

  it('keeps a link that is cut a link on both sides', () => {
    const text = 'palabra '.repeat(600).trim();
    const pieces = htmls([paragraph({ kind: 'link', text, url: 'https://example.org/' })]);
    expect(pieces).toHaveLength(2);
    for (const piece of pieces) expect(piece).toMatch(/^<a href="https:\/\/example\.org\/">[^<]+<\/a>$/);
  });

  it('parts a message whose addresses are too many bytes', () => {
    const url = `https://example.org/${'&'.repeat(1_500)}`;
    const links = Array.from({ length: 12 }, (): Inline => ({ kind: 'link', text: 'x ', url }));
    const pieces = htmls([paragraph(...links)]);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.map(shown).join(' ')).toBe('x '.repeat(12).trim());
  });
});

describe('the beginning of a reply', () => {
  const closing: Inline[] = [{ kind: 'link', text: 'Todo', url: 'https://t.me/x?start=a' }];

  it('holds the whole reply when there is room, and the link below it', () => {
    expect(renderOpening(say('es', [paragraph('Uno.'), paragraph('Dos.')]), closing).plain).toBe(
      'Uno.\n\nDos.\n\nTodo (https://t.me/x?start=a)',
    );
  });

  it.each([
    ['blocks', [paragraph('a'.repeat(3_000)), paragraph('b'.repeat(3_000))], /^a{3000}\s+Todo$/],
    ['one block', [paragraph('a'.repeat(4_096))], /^a{3500}\s+Todo$/],
    ['nothing', [], /^Todo$/],
  ])('keeps within one message: %s', (_name, blocks, expected) => {
    expect(shown(renderOpening(say('es', blocks), closing).html)).toMatch(expected);
  });
});

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('<b>', '</a>', '&lt;', '&', '"', '\n\n', ' ', '<blockquote>', '\u202e', '\ud800'),
  fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }), fc.nat(1_200))
    .map(([s, n]) => s.repeat(n)),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  words.map((text): Inline => ({ kind: 'text', text })),
  words.map((text): Inline => ({ kind: 'strong', text })),
  fc
    .record({ text: words, url: fc.oneof(fc.webUrl({ withQueryParameters: true }), words) })
    .filter(({ url }) => !/^mailto:/i.test(url))
    .map((link): Inline => ({ kind: 'link', ...link })),
);
const content = fc.array(inline, { maxLength: 6 });
const block: fc.Arbitrary<Block> = fc.oneof(
  content.map((inlines): Block => ({ kind: 'paragraph', content: inlines })),
  content.map((inlines): Block => ({ kind: 'quote', content: inlines })),
  fc
    .record({ ordered: fc.boolean(), items: fc.array(content, { maxLength: 5 }) })
    .map((list): Block => ({ kind: 'list', ...list })),
);
const choice = fc.record({ id: words, label: words });
const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    language: fc.constantFrom('es' as const, 'en' as const),
    blocks: fc.array(block, { maxLength: 8 }),
    sources: fc.array(fc.record({ path: words, title: words }), { maxLength: 2 }),
    suggestions: fc.oneof(
      fc.array(choice, { maxLength: 4 }),
      fc.array(choice, { minLength: 90, maxLength: 120 }),
    ),
    pages: fc.record(
      { number: fc.nat(), count: fc.nat(), previous: choice, next: choice },
      { requiredKeys: ['number', 'count'] },
    ),
    actions: fc.array(
      fc.record({
        kind: fc.constantFrom('why', 'useful', 'useless', 'report', 'share'),
        id: fc.oneof(words, fc.stringMatching(/^[\w-]{1,64}$/)),
        label: words,
      }),
      { maxLength: 6 },
    ),
  },
  { requiredKeys: ['language', 'blocks', 'sources', 'suggestions'] },
);

/** What is left of a text when space and what can't be seen are taken out. */
function visible(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[\p{C}\p{Z}\s]/gu, '');
}

function leaves(blocks: readonly Block[]): string {
  const join = (inlines: readonly Inline[]) => visible(inlines.map(({ text }) => text).join(''));
  return blocks
    .map((part) => {
      if (part.kind !== 'list') return join(part.content);
      const marked = part.items.map((item, index) => [part.ordered ? `${index + 1}.` : '•', join(item)]);
      return marked
        .filter(([, item]) => item !== '')
        .flat()
        .join('');
    })
    .join('');
}

describe('any reply', () => {
  it('is taken by Telegram, and loses no text', () => {
    fc.assert(
      fc.property(anyReply, (given) => {
        const { payloads, keyboard } = render(given, surroundings);
        const reply_markup = { inline_keyboard: keyboard.rows };
        const texts = payloads.map(({ html }) => {
          const read = readMessageText({ text: html, parse_mode: 'HTML', reply_markup });
          if (!('text' in read)) throw new Error(read.description);
          return read.text;
        });
        expect(visible(texts.join(''))).toBe(leaves(given.blocks));
        const { previous, next } = given.pages ?? {};
        const pages = [previous, next].filter((page) => page !== undefined);
        const offered = pages.length + given.suggestions.length + (given.actions?.length ?? 0);
        const buttons = buttonsOf({ reply_markup }).filter((button) => button.callback_data !== PLACE);
        expect(buttons.length + linksOf({ reply_markup }).length + keyboard.dropped).toBe(offered);
        const opening = renderOpening(given, [{ kind: 'link', text: 'Todo', url: 'https://t.me/x' }]);
        expect(shown(opening.html)).toMatch(/Todo$/);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
