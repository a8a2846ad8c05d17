import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../../adapters/slack/render.ts';
import type { Block, Inline } from '../../../src/messaging/index.ts';
import { buttonsOf } from '../../support/slack-blocks.ts';
import { messages, paragraph, reply, taken, text } from '../../support/slack-rendered.ts';

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
        fc.integer({ min: 1, max: 3_000 }),
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
