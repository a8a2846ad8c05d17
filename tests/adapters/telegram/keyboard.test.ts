import { describe, expect, it } from 'vitest';
import { type Keyboard, keyboardOf } from '../../../adapters/telegram/keyboard.ts';
import type { Action, Reply } from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { textReply } from '../../support/adapter-contract.ts';

function keyboard(fields: Partial<Reply>): Keyboard {
  return keyboardOf(
    { ...textReply('Respuesta.'), ...fields },
    { texts: adapterTexts('es').telegram, username: 'aga_prueba_bot' },
  );
}

function labels(fields: Partial<Reply>): readonly (readonly string[])[] {
  return keyboard(fields).rows.map((row) => row.map(({ text }) => text));
}

const ACTIONS: readonly Action[] = [
  { kind: 'useful', id: 'bien:a', label: '👍 Me sirvió' },
  { kind: 'useless', id: 'mal:a', label: '👎 No me sirvió' },
  { kind: 'why', id: 'porque:a', label: '¿Por qué?' },
  { kind: 'share', id: 'abc123', label: 'Compartir' },
  { kind: 'report', id: 'reportar:a', label: 'Reportar' },
];

describe('suggestions', () => {
  it('become buttons, one a row, without those that Telegram refuses', () => {
    const suggestions = [
      { id: 'a', label: 'Primera' },
      { id: 'ñ'.repeat(32), label: 'Justa' },
      { id: 'ñ'.repeat(33), label: 'Larga' },
      { id: '', label: 'Vacía' },
      { id: 'b', label: ' ' },
    ];
    expect(labels({ suggestions })).toEqual([['Primera'], ['Justa']]);
    expect(keyboard({ suggestions }).dropped).toBe(3);
  });

  it('leave out what a message has no room for, before pages and actions', () => {
    const suggestions = Array.from({ length: 120 }, (_, index) => ({
      id: `${index}`,
      label: `n.º ${index}`,
    }));
    const { rows, dropped } = keyboard({ suggestions, actions: ACTIONS });
    expect(rows.flat()).toHaveLength(100);
    expect(dropped).toBe(25);
    expect(rows.flat().map(({ text }) => text)).toContain('Reportar');
  });
});

describe('pages', () => {
  const previous = { id: 'ver:a:0', label: 'Volver' };
  const next = { id: 'ver:a:2', label: 'Ver más' };

  it('stand in one row, with where one is between them', () => {
    expect(keyboard({ pages: { number: 2, count: 4, previous, next } }).rows).toEqual([
      [
        { text: '◀ Anterior', callback_data: '>ver:a:0' },
        { text: '2 de 4', callback_data: '=' },
        { text: 'Siguiente ▶', callback_data: '>ver:a:2' },
      ],
    ]);
  });

  it('have one way at both ends, and none when alone', () => {
    expect(labels({ pages: { number: 1, count: 4, next } })).toEqual([['1 de 4', 'Siguiente ▶']]);
    expect(labels({ pages: { number: 4, count: 4, previous } })).toEqual([['◀ Anterior', '4 de 4']]);
    expect(labels({ pages: { number: 1, count: 1 } })).toEqual([]);
  });
});

describe('actions', () => {
  it('stand in few rows below the suggestions', () => {
    const suggestions = [{ id: 's', label: 'Leer más: Justicia' }];
    expect(labels({ suggestions, actions: ACTIONS })).toEqual([
      ['Leer más: Justicia'],
      ['👍 Me sirvió', '👎 No me sirvió'],
      ['¿Por qué?', 'Compartir', 'Reportar'],
    ]);
  });

  it('share a link that opens the answer here', () => {
    const sources = [{ path: 'planes/iii.md', title: 'III Plan & más' }];
    const [button] = keyboard({ actions: ACTIONS, sources })
      .rows.flat()
      .filter(({ text }) => text === 'Compartir');
    const url = new URL(button !== undefined && 'url' in button ? button.url : '');
    expect(`${url.origin}${url.pathname}`).toBe('https://t.me/share/url');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      url: 'https://t.me/aga_prueba_bot?start=abc123',
      text: 'III Plan & más',
    });
  });

  it.each(['', 'con espacio', 'ñ', 'a'.repeat(65)])('do not share %j, which no link can carry', (id) => {
    const { rows, dropped } = keyboard({ actions: [{ kind: 'share', id, label: 'Compartir' }] });
    expect([rows, dropped]).toEqual([[], 1]);
  });
});
