import { describe, expect, it } from 'vitest';
import { list, paragraph, quote, say } from '../../../src/messaging/index.ts';
import { buttonsOf } from '../../support/slack-blocks.ts';
import { draw, elementsOf, messages } from '../../support/slack-rendered.ts';

describe('a reply in Slack', () => {
  it('shows each kind of block as its own', () => {
    const { blocks, text: words } = draw(
      say(
        'es',
        [
          paragraph('Uno & ', { kind: 'strong', text: 'dos' }),
          list(['a', ' ', 'b'], true),
          list(['c']),
          quote('d'),
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
    const elements = (url: string) => elementsOf(messages([paragraph(link(url))])[0]?.blocks[0]);
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
    const [message] = messages([paragraph('Vea https://www.example.org/members/. Gracias')]);
    const url = 'https://www.example.org/members/';
    expect(elementsOf(message?.blocks[0])).toMatchObject([
      { elements: [{ text: 'Vea ' }, { type: 'link', url, text: url }, { text: '. Gracias' }] },
    ]);
  });

  it('shows nothing for what cannot be seen', () => {
    expect(messages([])).toEqual([]);
    expect(messages([paragraph(' \u200b'), list([[]], true)])).toEqual([]);
    expect(
      draw(
        say(
          'es',
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
    const items = Array.from({ length: 90 }, (_, index) => `ítem ${index + 1} ${'x'.repeat(90)}`);
    const all = messages([list(items, true)]);
    expect(all.length).toBeGreaterThan(1);
    for (const { words, blocks } of all) {
      const [first] = elementsOf(blocks[0]);
      const number = first?.type === 'rich_text_list' ? (first.offset ?? 0) + 1 : undefined;
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
    expect(rows.map((row) => elementsOf(row).length)).toEqual([25, 25, 10]);
    expect(buttonsOf(rows).map(({ value }) => value)).toEqual(suggestions.map(({ id }) => id));
  });
});
