import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messaging/index.ts';
import { capped } from '../../src/protection/capped.ts';
import { messageOf } from '../support/questions.ts';

const FAMILY = '👨‍👩‍👧‍👦';

function said(text: string): string | undefined {
  const reply = capped(messageOf(text))?.reply;
  return reply === undefined ? undefined : plainText(reply);
}

describe('capped', () => {
  it('lets a thousand characters pass and refuses one more, saying how many there were', () => {
    expect(said('a'.repeat(1_000))).toBeUndefined();
    expect(said('a'.repeat(1_001))).toMatch(/1\.001 caracteres.* 1\.000/);
    expect(capped(messageOf('a'.repeat(1_001)))?.reason).toBe('too-long');
  });

  it('counts as a person does: accents apart, and emoji of several parts', () => {
    expect(said('é'.normalize('NFD').repeat(1_000))).toBeUndefined();
    expect(said('é'.normalize('NFD').repeat(1_001))).toContain('1.001');
    expect(said(FAMILY.repeat(300))).toBeUndefined();
    expect(said('👍'.repeat(1_001))).toContain('1.001');
  });

  it('refuses whatever the assistant would have to cut', () => {
    const unit = fc.constantFrom('a', ' ', '\u0301', '\u200D', '👍🏽', FAMILY, '\uFEFF');
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 30 }), (units) => {
        const text = units.join('');
        expect(said(text.repeat(Math.ceil(4_001 / text.length)))).toBeDefined();
      }),
    );
  });

  it('looks at what follows a command, and answers in its language', () => {
    const args = 'what is the plan about and who wrote it '.repeat(30);
    const refusal = capped(messageOf({ kind: 'command', name: 'search', args }));
    expect(refusal?.reply?.language).toBe('en');
    expect(refusal?.reply && plainText(refusal.reply)).toMatch(/1,2\d\d characters/);
    expect(capped(messageOf({ kind: 'choice', id: 'x' }))).toBeUndefined();
  });

  it('never repeats the message', () => {
    expect(said('secreto '.repeat(200))).not.toContain('secreto');
  });
});
