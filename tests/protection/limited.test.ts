import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messaging/index.ts';
import type { Refusal } from '../../src/protection/check.ts';
import { limited } from '../../src/protection/limited.ts';
import { messageOf } from '../support/questions.ts';

const LIMITS = { perPerson: 15, together: 100 };

function limiting(limits = LIMITS) {
  let now = 0;
  const check = limited(limits, () => now);
  return {
    at: (milliseconds: number) => {
      now = milliseconds;
    },
    ask: (author = 'ana', platform = 'pigeon') => check(messageOf('¿Qué es el MRI?', author, platform)),
    check,
  };
}

const said = (refusal: Refusal | undefined): string =>
  refusal?.reply === undefined ? '' : plainText(refusal.reply);

describe('limited', () => {
  it('lets fifteen messages a minute pass, and tells the next one once how long to wait', () => {
    const { ask, at } = limiting();
    for (let count = 0; count < 15; count += 1) expect(ask()).toBeUndefined();
    at(19_500);
    const refusal = ask();
    expect(refusal?.reason).toBe('rate-person');
    expect(said(refusal)).toContain('41 segundos');
    expect(ask()).toEqual({ reason: 'rate-person' });
    at(59_999);
    expect(ask()).toEqual({ reason: 'rate-person' });
    at(60_000);
    for (let count = 0; count < 15; count += 1) expect(ask()).toBeUndefined();
    expect(said(ask())).toContain('60 segundos');
  });

  it('counts each person on each platform apart', () => {
    const { ask } = limiting({ ...LIMITS, perPerson: 1 });
    expect(ask('ana')).toBeUndefined();
    expect(ask('ana')?.reason).toBe('rate-person');
    expect(ask('luz')).toBeUndefined();
    expect(ask('ana', 'bottle')).toBeUndefined();
  });

  it('counts buttons, commands and photos like questions', () => {
    const { check } = limiting({ ...LIMITS, perPerson: 3 });
    expect(check(messageOf({ kind: 'choice', id: 'ayuda' }))).toBeUndefined();
    expect(check(messageOf({ kind: 'command', name: 'ayuda', args: '' }))).toBeUndefined();
    expect(check(messageOf({ kind: 'unsupported', what: 'photo' }))).toBeUndefined();
    expect(check(messageOf({ kind: 'choice', id: 'ayuda' }))?.reason).toBe('rate-person');
  });

  it('limits all persons together, and tells each of them once', () => {
    const { ask, at } = limiting({ perPerson: 15, together: 3 });
    for (const author of ['ana', 'luz', 'eva']) expect(ask(author)).toBeUndefined();
    const refusal = ask('sol');
    expect(refusal?.reason).toBe('rate-everyone');
    expect(said(refusal)).toContain('60 segundos');
    expect(ask('sol')).toEqual({ reason: 'rate-everyone' });
    expect(said(ask('ana'))).not.toBe('');
    at(60_000);
    expect(ask('sol')).toBeUndefined();
  });

  it('spends nothing of the common limit on who is above their own', () => {
    const { ask } = limiting({ perPerson: 1, together: 2 });
    expect(ask('ana')).toBeUndefined();
    for (let count = 0; count < 10; count += 1) expect(ask('ana')?.reason).toBe('rate-person');
    expect(ask('luz')).toBeUndefined();
  });

  it('does not limit the terminal', () => {
    const { ask } = limiting({ perPerson: 1, together: 1 });
    for (let count = 0; count < 50; count += 1) expect(ask('console', 'console')).toBeUndefined();
    expect(ask('ana')).toBeUndefined();
  });

  it('answers in the language of the words', () => {
    const { check } = limiting({ ...LIMITS, perPerson: 1 });
    check(messageOf('x'));
    expect(check(messageOf('What is the third action plan about?'))?.reply?.language).toBe('en');
  });

  it('forgets people whom it has not heard for long, and who they are is all that it forgets', () => {
    const { ask } = limiting({ perPerson: 1, together: 1_000_000 });
    ask('ana');
    for (let count = 0; count < 9_999; count += 1) ask(`persona-${count}`);
    expect(ask('ana')?.reason).toBe('rate-person');
    for (let count = 0; count < 10_000; count += 1) ask(`otra-${count}`);
    expect(ask('ana')).toBeUndefined();
  });
});
