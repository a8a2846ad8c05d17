import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preferredLanguage, readPost } from '../../../adapters/web/incoming.ts';
import { newId } from '../../support/web-site.ts';

const conversation = newId(16);
const id = newId(8);

describe('what the page posts', () => {
  it('is read with its conversation, its id and the language of the browser', () => {
    expect(readPost({ conversation, id, text: '¿Qué es el MRI?' }, 'es-CO,en;q=0.8')).toEqual({
      id: `${conversation}:${id}`,
      platform: 'web',
      conversation: { id: conversation, kind: 'direct' },
      author: { id: conversation, language: 'es-CO' },
      input: { kind: 'text', text: '¿Qué es el MRI?' },
      quote: id,
    });
  });

  it.each([
    [{ text: '/start abc-1' }, { kind: 'command', name: 'start', args: 'abc-1' }],
    [{ text: ' /Planes 2 ' }, { kind: 'command', name: 'planes', args: '2 ' }],
    [{ text: '/desafíos' }, { kind: 'command', name: 'desafíos', args: '' }],
    [{ text: '1/2 de los planes' }, { kind: 'text', text: '1/2 de los planes' }],
    [{ text: '/ planes' }, { kind: 'text', text: '/ planes' }],
    [{ text: '' }, { kind: 'text', text: '' }],
    [{ choice: 'ver:1' }, { kind: 'choice', id: 'ver:1' }],
  ])('means with %j what it says', (said, input) => {
    expect(readPost({ conversation, id, ...said }, undefined)?.input).toEqual(input);
  });

  it.each([
    [{ conversation: 'abc' }],
    [{ conversation: conversation.toUpperCase() }],
    [{ conversation: `${conversation}0` }],
    [{ conversation: 7 }],
    [{ id: '' }],
    [{ id: `${id}\n` }],
    [{ text: 7 }],
    [{ text: 'x'.repeat(4_001) }],
    [{ choice: 'ver:1' }],
    [{ __proto__: null, extra: 1 }],
  ])('is refused with %j', (wrong) => {
    expect(readPost({ conversation, id, text: 'hola', ...wrong }, undefined)).toBeUndefined();
  });

  it('is never a reason to throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.option(fc.string(), { nil: undefined }), (body, header) => {
        expect(readPost(body, header)).toBeUndefined();
      }),
    );
  });
});

describe('the preferred language', () => {
  it.each([
    ['es-CO,es;q=0.9,en;q=0.8', 'es-CO'],
    [' en', 'en'],
    ['*', undefined],
    ['', undefined],
    [undefined, undefined],
    ['<script>', undefined],
  ])('of %j is %j', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
