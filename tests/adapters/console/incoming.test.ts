import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consoleMessage, readInput } from '../../../adapters/console/incoming.ts';

const OFFERED = [
  { id: 'uno', label: 'Primera' },
  { id: 'dos', label: 'Segunda' },
];

describe('readInput', () => {
  it.each([
    ['¿Qué es el plan?', { kind: 'text', text: '¿Qué es el plan?' }],
    ['  hola \r', { kind: 'text', text: 'hola' }],
    ['/Ayuda', { kind: 'command', name: 'ayuda', args: '' }],
    ['/buscar  vías terciarias ', { kind: 'command', name: 'buscar', args: 'vías terciarias' }],
    ['/', { kind: 'text', text: '/' }],
    ['2', { kind: 'choice', id: 'dos' }],
    [' 1) ', { kind: 'choice', id: 'uno' }],
    ['2.', { kind: 'choice', id: 'dos' }],
    ['3', { kind: 'text', text: '3' }],
    ['0', { kind: 'text', text: '0' }],
    ['2 planes', { kind: 'text', text: '2 planes' }],
  ])('reads %j', (line, input) => {
    expect(readInput(line, OFFERED)).toEqual(input);
  });

  it.each(['', '   ', '\r', '\u00a0\t', '\uFEFF'])('takes %j for blank', (line) => {
    expect(readInput(line, OFFERED)).toBeUndefined();
  });

  it('takes a number for a text when nothing was offered', () => {
    expect(readInput('1', [])).toEqual({ kind: 'text', text: '1' });
  });

  it('loses no word of what was typed', () => {
    const line = fc
      .string({ unit: 'grapheme' })
      .filter((text) => text.trim() !== '' && !text.includes('\uFEFF'));
    fc.assert(
      fc.property(line, (text) => {
        const input = readInput(text, []);
        if (input?.kind === 'text') expect(input.text).toBe(text.trim());
        else expect(input).toMatchObject({ kind: 'command', args: expect.any(String) });
      }),
    );
  });
});

describe('consoleMessage', () => {
  it('counts the messages of one private conversation', () => {
    const message = consoleMessage(7, { kind: 'text', text: 'hola' });
    expect(message.id).toBe('console-7');
    expect(message.conversation).toEqual({ id: 'console', kind: 'direct' });
    expect(message.platform).toBe('console');
  });
});
