import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/messaging/index.ts';
import { buttonsOf } from '../../support/slack-blocks.ts';
import { draw, messages, taken } from '../../support/slack-rendered.ts';
import { anyReply, leavesOf, visibleText } from '../../support/slack-replies.ts';

describe('any reply', () => {
  function isWithin(part: string, whole: string): boolean {
    let found = 0;
    for (const character of whole) if (character === part.charAt(found)) found += 1;
    return found === part.length;
  }

  /** What can be pressed: not the place to share, which Slack offers in its own way. */
  const choicesOf = ({ suggestions, pages, actions = [] }: Reply) =>
    [
      ...suggestions,
      ...[pages?.previous, pages?.next].filter((turn) => turn !== undefined),
      ...actions.filter(({ kind }) => kind !== 'share'),
    ].filter(({ label }) => visibleText(label) !== '');

  it('is taken by Slack, and nothing of its text is lost or added', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const withoutButtons = messages(reply.blocks);
        const leaves = leavesOf(reply.blocks);
        expect(visibleText(withoutButtons.map(({ shown }) => shown).join(''))).toBe(leaves);
        const inWords = Array.from(withoutButtons.map((message) => message.words).join(''));
        expect(isWithin(leaves.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, ''), inWords.join(''))).toBe(true);

        const all = draw(reply, 'key').messages.map(taken);
        const shown = visibleText(all.map((message) => message.shown).join(''));
        expect(shown.startsWith(leaves)).toBe(true);
        const buttons = all.flatMap((message) => buttonsOf(message.blocks));
        const values = choicesOf(reply).map(({ id }) => id);
        expect(buttons.map(({ value }) => value).sort()).toEqual([...values, 'key'].sort());
        for (const { label } of reply.suggestions) expect(shown).toContain(visibleText(label));
        if (reply.pages !== undefined) expect(shown).toContain(`Página${reply.pages.number}de99`);
        for (const { label, said } of buttons)
          if (label.endsWith('…')) expect(said.length).toBeGreaterThanOrEqual(label.length - 1);
        const saidInWords = all.map(({ words }) => words).join('\n');
        for (const { label } of buttons) expect(saidInWords).toContain(`[${label}]`);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
