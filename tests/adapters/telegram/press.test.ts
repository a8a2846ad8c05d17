import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callbackData, type PressKind, readPress } from '../../../adapters/telegram/press.ts';

const KINDS: readonly PressKind[] = ['open', 'turn', 'vote'];

describe('the data of a button', () => {
  it('brings back the id of any choice, and how to answer it when there is room', () => {
    const id = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.stringMatching(/^[=.>+][\w:]{0,70}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), id, (kind, choice) => {
        const data = callbackData(kind, choice);
        if (data === undefined) return choice === '' || Buffer.byteLength(choice) >= 64;
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        const press = readPress(data);
        expect(press?.id).toBe(choice);
        if (Buffer.byteLength(choice) < 64) expect(press?.kind).toBe(kind);
        return true;
      }),
    );
  });

  it('goes without its mark when the id fills it', () => {
    expect(callbackData('vote', 'x'.repeat(64))).toBe('x'.repeat(64));
    expect(callbackData('turn', 'x'.repeat(63))).toBe(`>${'x'.repeat(63)}`);
  });

  it('is none for what Telegram refuses', () => {
    expect(['', 'x'.repeat(65), '\ud800'].map((id) => callbackData('open', id))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
