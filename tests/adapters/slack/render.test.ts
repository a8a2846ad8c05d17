import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render, type SlackMessage } from '../../../adapters/slack/render.ts';
import type { Block, Inline, Reply, Suggestion } from '../../../src/messaging/index.ts';
import { buttonsOf, checkContent, shownText, shownWords } from '../../support/slack-blocks.ts';

function reply(blocks: readonly Block[], suggestions: readonly Suggestion[] = []): Reply {
  return { language: 'es', blocks, sources: [], suggestions };
}

function text(words: string): Inline {
  return { kind: 'text', text: words };
}

function paragraph(...content: readonly Inline[]): Block {
  return { kind: 'paragraph', content };
}

/** The message as Slack takes it: on the screen and in words. */
function taken({ text: words, blocks }: SlackMessage) {
  const content = checkContent(words, JSON.parse(JSON.stringify(blocks)));
  if ('error' in content) throw new Error(content.error);
  return { shown: shownText(content.blocks), words: shownWords(words), blocks: content.blocks };
}

function messages(...content: Parameters<typeof reply>) {
  return render(reply(...content)).messages.map(taken);
}

describe('a reply in Slack', () => {
  it('shows each kind of block as its own', () => {
    const { blocks, text: words } = render(
      reply(
        [
          paragraph(text('Uno & '), { kind: 'strong', text: 'dos' }),
          { kind: 'list', ordered: true, items: [[text('a')], [text(' ')], [text('b')]] },
          { kind: 'list', ordered: false, items: [[text('c')]] },
          { kind: 'quote', content: [text('d')] },
        ],
        [{ id: 'mas', label: 'Ver más' }],
      ),
    ).messages[0] ?? { blocks: [], text: '' };
    const item = (words: string) => ({
      type: 'rich_text_section',
      elements: [{ type: 'text', text: words }],
    });
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Uno & ' },
              { type: 'text', text: 'dos', style: { bold: true } },
            ],
          },
        ],
      },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_list', style: 'ordered', elements: [item('a'), item('b')] }],
      },
      { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: [item('c')] }] },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: 'd' }] }],
      },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: 'suggestion-0',
            value: 'mas',
            text: { type: 'plain_text', text: 'Ver más', emoji: false },
          },
        ],
      },
    ]);
    expect(words).toBe('Uno &amp; dos\n\n1. a\n2. b\n\n- c\n\n«d»\n\n[Ver más]');
  });

  it('makes links of web and mail addresses only', () => {
    const link = (url: string) => ({ kind: 'link' as const, text: 'aquí | <x>', url });
    const elements = (url: string) => messages([paragraph(link(url))])[0]?.blocks[0]?.elements;
    for (const url of ['https://example.org/?a="1"&b=2|3>', 'mailto:a@example.org']) {
      expect(elements(url)).toMatchObject([{ elements: [{ type: 'link', url, text: 'aquí | <x>' }] }]);
    }
    for (const url of [
      'javascript:alert(1)',
      '../planes/iii.md',
      'https://',
      `https://x.org/${'x'.repeat(3_000)}`,
    ]) {
      expect(elements(url)).toEqual([
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'aquí | <x>' }] },
      ]);
    }
  });

  it('makes a bare address touchable, without the full stop after it', () => {
    const [message] = messages([paragraph(text('Vea https://www.example.org/members/. Gracias'))]);
    const url = 'https://www.example.org/members/';
    expect(message?.blocks[0]?.elements).toMatchObject([
      { elements: [{ text: 'Vea ' }, { type: 'link', url, text: url }, { text: '. Gracias' }] },
    ]);
  });

  it('shows nothing for what cannot be seen', () => {
    expect(messages([])).toEqual([]);
    expect(messages([paragraph(text(' \u200b')), { kind: 'list', ordered: true, items: [[]] }])).toEqual([]);
    expect(
      render(
        reply(
          [],
          [
            { id: '', label: 'x' },
            { id: 'a', label: '\u0001' },
          ],
        ),
      ),
    ).toEqual({
      messages: [],
      dropped: 2,
    });
  });

  it('goes on with the numbers of a list in the next message', () => {
    const items = Array.from({ length: 90 }, (_, index) => [text(`ítem ${index + 1} ${'x'.repeat(90)}`)]);
    const all = messages([{ kind: 'list', ordered: true, items }]);
    expect(all.length).toBeGreaterThan(1);
    for (const { words, blocks } of all) {
      const [list] = blocks[0]?.elements ?? [];
      const number = list?.type === 'rich_text_list' ? (list.offset ?? 0) + 1 : undefined;
      expect(words).toMatch(new RegExp(`^${number}\\. ítem ${number} `));
    }
  });

  it('shows a label that is too long for a button in a list as well', () => {
    const label = `¿${'Qué dice el plan '.repeat(6)}?`;
    const [message] = messages(
      [],
      [
        { id: 'a', label },
        { id: 'b', label: 'Corta' },
      ],
    );
    expect(message?.shown).toContain(label);
    expect(buttonsOf(message?.blocks ?? []).map((button) => button.label.length <= 75)).toEqual([true, true]);
    expect(buttonsOf(message?.blocks ?? [])[0]?.label).toMatch(/…$/);
  });

  it('has rows of 25 buttons at most', () => {
    const suggestions = Array.from({ length: 60 }, (_, index) => ({
      id: `id${index}`,
      label: `Tema ${index}`,
    }));
    const rows = messages([], suggestions).flatMap(({ blocks }) => blocks);
    expect(rows.map((row) => row.elements.length)).toEqual([25, 25, 10]);
    expect(buttonsOf(rows).map(({ value }) => value)).toEqual(suggestions.map(({ id }) => id));
  });
});

describe('any reply', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '<!channel>',
      '<@U123>',
      '*uno* _dos_ ~tres~ `x`',
      '&lt;',
      '<https://a.b|c>',
      ':smile:',
      '\ud83d',
    ),
    fc
      .tuple(
        fc.constantFrom('a', '&', 'palabra ', '🙂', '"', '\n', 'Una frase. '),
        fc.integer({ min: 1, max: 9_000 }),
      )
      .map(([unit, times]) => unit.repeat(times)),
  );
  const url = fc.oneof(
    fc.webUrl(),
    fc.constantFrom('mailto:a@b.co', 'javascript:x', '|>', `https://a.b/${'&'.repeat(900)}`),
  );
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    fc.record({ kind: fc.constantFrom('text' as const, 'strong' as const), text: words }),
    fc.record({ kind: fc.constant('link' as const), text: words, url }),
  );
  const content = fc.array(inline, { maxLength: 5 });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constantFrom('paragraph' as const, 'quote' as const), content }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.oneof(
        fc.array(content, { maxLength: 4 }),
        fc
          .integer({ min: 1, max: 300 })
          .map((size) => Array.from({ length: size }, (): Inline[] => [text('x')])),
      ),
    }),
  );
  const suggestion = fc.record({ id: fc.string({ minLength: 1, maxLength: 64 }), label: words });
  const any = fc.record({
    blocks: fc.oneof(
      fc.array(block, { maxLength: 5 }),
      fc
        .integer({ min: 40, max: 120 })
        .map((size) => Array.from({ length: size }, () => paragraph(text('x')))),
    ),
    suggestions: fc.array(suggestion, { maxLength: 30 }),
  });

  /** What can be seen of a text. */
  const visible = (part: string) =>
    part.replaceAll(/\p{Surrogate}/gu, '\uFFFD').replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '');

  const leaves = (blocks: readonly Block[]): string =>
    blocks
      .flatMap((part) => (part.kind === 'list' ? part.items.flat() : part.content))
      .map((leaf) => visible(leaf.text))
      .join('');

  function isWithin(part: string, whole: string): boolean {
    let found = 0;
    for (const character of whole) if (character === part.charAt(found)) found += 1;
    return found === part.length;
  }

  it('is taken by Slack, and nothing of its text is lost or added', () => {
    fc.assert(
      fc.property(any, ({ blocks, suggestions }) => {
        const withoutButtons = messages(blocks);
        expect(visible(withoutButtons.map(({ shown }) => shown).join(''))).toBe(leaves(blocks));
        const inWords = Array.from(withoutButtons.map((message) => message.words).join(''));
        const seen = leaves(blocks).replaceAll(/[\u{10000}-\u{10FFFF}]/gu, '');
        expect(isWithin(seen, inWords.join(''))).toBe(true);

        const rendered = render(reply(blocks, suggestions));
        const all = rendered.messages.map(taken);
        const shown = visible(all.map((message) => message.shown).join(''));
        expect(shown.startsWith(leaves(blocks))).toBe(true);
        expect(all.flatMap((message) => buttonsOf(message.blocks)).map(({ value }) => value)).toEqual(
          suggestions.filter(({ label }) => visible(label) !== '').map(({ id }) => id),
        );
        for (const { label } of suggestions) expect(shown).toContain(visible(label));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
