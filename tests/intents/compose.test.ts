import { describe, expect, it } from 'vitest';
import { longDate, sourceBlock, unitBlocks } from '../../src/intents/compose.ts';
import type { Unit } from '../../src/knowledge/document.ts';
import { blockText } from '../../src/messaging/index.ts';

const unit = (kind: Unit['kind'], block: number, text: string, links: Unit['links'] = []): Unit => ({
  kind,
  block,
  text,
  links,
  placeholder: false,
});

describe('unitBlocks', () => {
  it('joins sentences of a block, and items of a list', () => {
    const blocks = unitBlocks([
      unit('sentence', 0, 'Uno.'),
      unit('sentence', 0, 'Dos:'),
      unit('item', 1, 'a'),
      unit('item', 1, 'b'),
      unit('sentence', 2, 'Tres.'),
    ]);
    expect(blocks.map(blockText)).toEqual(['Uno. Dos:', '- a\n- b', 'Tres.']);
  });

  it('keeps links in their place and every word of the text', () => {
    const links = [
      { text: 'acta', url: 'https://example.org/a' },
      { text: 'sitio', url: 'https://example.org/b' },
      { text: 'nada', url: 'https://example.org/c' },
    ];
    const [block] = unitBlocks([unit('sentence', 0, 'El acta está en el sitio.', links)]);
    expect(block?.kind === 'paragraph' && block.content).toEqual([
      { kind: 'text', text: 'El ' },
      { kind: 'link', text: 'acta', url: 'https://example.org/a' },
      { kind: 'text', text: ' está en el ' },
      { kind: 'link', text: 'sitio', url: 'https://example.org/b' },
      { kind: 'text', text: '.' },
    ]);
  });
});

describe('sourceBlock', () => {
  it('names each source with its day, in the language asked for', () => {
    const sources = [
      { path: 'a.md', title: 'Acta', date: '2017-04-07' },
      { path: 'b.md', title: 'Nota', url: 'https://example.org/b' },
    ];
    expect(blockText(sourceBlock(sources, 'es'))).toBe(
      'Fuentes: Acta, 7 de abril de 2017; Nota (https://example.org/b).',
    );
    expect(blockText(sourceBlock(sources.slice(0, 1), 'en'))).toBe('Source: Acta, 7 April 2017.');
  });
});

describe('longDate', () => {
  it('gives back what is no day', () => {
    expect(longDate('2017', 'es')).toBe('2017');
    expect(longDate('2017-13-01', 'es')).toBe('2017-13-01');
  });
});
