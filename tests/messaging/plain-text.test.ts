import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockText,
  type Inline,
  inlineText,
  list,
  plainText,
  quote,
  say,
} from '../../src/messaging/index.ts';

const texts = fc.string({ unit: 'grapheme' });
const inlines: fc.Arbitrary<Inline> = fc.oneof(
  texts.map((text): Inline => ({ kind: 'text', text })),
  texts.map((text): Inline => ({ kind: 'strong', text })),
  fc.tuple(texts, fc.webUrl()).map(([text, url]): Inline => ({ kind: 'link', text, url })),
);

describe('inlineText', () => {
  it('holds every text and every address, in order', () => {
    fc.assert(
      fc.property(fc.array(inlines), (content) => {
        const parts = content.flatMap((inline) =>
          inline.kind === 'link' && inline.url !== inline.text ? [inline.text, inline.url] : [inline.text],
        );
        let rest = inlineText(content);
        for (const part of parts) {
          expect(rest).toContain(part);
          rest = rest.slice(rest.indexOf(part) + part.length);
        }
      }),
    );
  });

  it('shows an address that is its own text once', () => {
    const url = 'https://example.org/';
    expect(inlineText([{ kind: 'link', text: url, url }])).toBe(url);
    expect(inlineText([{ kind: 'link', text: 'Informe', url }])).toBe(`Informe (${url})`);
  });
});

describe('blockText', () => {
  const items: (Inline[] | string)[] = ['uno', [{ kind: 'strong', text: 'dos' }]];

  it('gives list items a line each', () => {
    expect(blockText(list(items, true))).toBe('1. uno\n2. dos');
    expect(blockText(list(items))).toBe('- uno\n- dos');
  });

  it('puts a quote between «»', () => {
    expect(blockText(quote('cita'))).toBe('«cita»');
  });
});

describe('plainText', () => {
  it('sets blocks apart and leaves the suggestions out', () => {
    expect(plainText(say('es', ['uno', 'dos'], [{ id: 'ayuda', label: 'Ayuda' }]))).toBe('uno\n\ndos');
  });
});
