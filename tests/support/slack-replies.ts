import fc from 'fast-check';
import { type Action, type Block, type Inline, paragraph, type Reply } from '../../src/messaging/index.ts';

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
        .map((size) => Array.from({ length: size }, (): Inline[] => [{ kind: 'text', text: 'x' }])),
    ),
  }),
);
const choice = { id: fc.string({ minLength: 1, maxLength: 64 }), label: words };
const suggestion = fc.record(choice);
const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom(
    'why' as const,
    'useful' as const,
    'useless' as const,
    'report' as const,
    'share' as const,
  ),
  ...choice,
});
const pages = fc.record(
  { number: fc.integer({ min: 1, max: 99 }), count: fc.constant(99), previous: suggestion, next: suggestion },
  { requiredKeys: ['number', 'count'] },
);

/** Any reply: long and short, with markup, odd characters, pages and actions. */
export const anyReply: fc.Arbitrary<Reply> = fc
  .record(
    {
      blocks: fc.oneof(
        fc.array(block, { maxLength: 5 }),
        fc.integer({ min: 40, max: 120 }).map((size) => Array.from({ length: size }, () => paragraph('x'))),
      ),
      suggestions: fc.array(suggestion, { maxLength: 30 }),
      pages,
      actions: fc.array(action, { maxLength: 6 }),
    },
    { requiredKeys: ['blocks', 'suggestions'] },
  )
  .filter(
    ({ blocks, suggestions }) =>
      leavesOf(blocks) !== '' || suggestions.some(({ label }) => visibleText(label) !== ''),
  )
  .map((reply) => ({ language: 'es', sources: [], ...reply }));

/** What can be seen of a text. */
export function visibleText(part: string): string {
  return part.replaceAll(/\p{Surrogate}/gu, '\uFFFD').replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '');
}

/** All that can be seen of blocks, in order. */
export function leavesOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((part) => (part.kind === 'list' ? part.items.flat() : part.content))
    .map((leaf) => visibleText(leaf.text))
    .join('');
}
