import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../../adapters/web/render.ts';
import type { Inline, Reply } from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';

const texts = adapterTexts('es');
const URLS = [
  'https://example.org/a?b=1',
  'http://example.org',
  'javascript:alert(1)',
  'data:text/html,x',
  '//x',
  'x',
  '',
];

const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: fc.string() }),
  fc.record({ kind: fc.constant('strong' as const), text: fc.string() }),
  fc.record({
    kind: fc.constant('link' as const),
    text: fc.string(),
    url: fc.oneof(fc.constantFrom(...URLS), fc.webUrl(), fc.string()),
  }),
);

describe('the reply that the page gets', () => {
  it('keeps every text and links only to the web', () => {
    fc.assert(
      fc.property(fc.array(inline), fc.array(fc.array(inline)), (content, items) => {
        const reply: Reply = {
          ...textReply(''),
          blocks: [
            { kind: 'paragraph', content },
            { kind: 'list', ordered: true, items },
            { kind: 'quote', content },
          ],
        };
        const leaves = (blocks: Reply['blocks']): readonly Inline[] =>
          blocks.flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.content));
        const shown = leaves(render(reply, texts).blocks);
        expect(shown.map(({ text }) => text)).toEqual(leaves(reply.blocks).map(({ text }) => text));
        for (const leaf of shown) if (leaf.kind === 'link') expect(leaf.url).toMatch(/^https?:/i);
      }),
    );
  });

  it('has its choices, its actions and where it stands in a series', () => {
    const next = { id: 'ver:2', label: 'Siguiente' };
    const why = { kind: 'why', id: 'why:1', label: '¿Por qué?' } as const;
    const suggestions = [{ id: 'ver:9', label: 'Otro' }];
    const reply = { ...textReply('Uno.'), suggestions, actions: [why], pages: { number: 1, count: 4, next } };
    expect(render(reply, texts)).toEqual({
      language: 'es',
      blocks: reply.blocks,
      suggestions,
      actions: [why],
      pages: { label: texts.web.pageOf(1, 4), next },
    });
  });

  it('says nothing of the files that it comes from', () => {
    const reply = { ...textReply('Uno.'), sources: [{ path: 'planes/iii.md', title: 'III Plan' }] };
    expect(JSON.stringify(render(reply, texts))).not.toContain('planes/iii.md');
  });
});
