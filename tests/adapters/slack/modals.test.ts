import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerView, questionView } from '../../../adapters/slack/modals.ts';
import { adapterTexts } from '../../../src/texts/index.ts';
import { buttonsOf, shownText } from '../../support/slack-blocks.ts';
import { anyReply, leavesOf, visibleText } from '../../support/slack-replies.ts';
import { checkView, type SlackView } from '../../support/slack-views.ts';

const HERE = { id: 'C1:U1', kind: 'direct' } as const;

function taken(view: unknown): SlackView {
  const checked = checkView(JSON.parse(JSON.stringify(view)), 'modal');
  if ('error' in checked) throw new Error(checked.error);
  return checked.view;
}

describe('modals', () => {
  it.each(['es', 'en'] as const)('that ask are taken by Slack: %s', (language) => {
    expect(taken(questionView(adapterTexts(language))).callback_id).toBe('question');
  });

  it('that answer lose nothing, whatever the reply', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const { blocks, private_metadata } = taken(answerView(reply, adapterTexts('es'), HERE));
        expect(private_metadata).toBe('C1:U1');
        expect(visibleText(shownText(blocks)).startsWith(leavesOf(reply.blocks))).toBe(true);
        const values = buttonsOf(blocks).map(({ value }) => value);
        for (const { id, label } of [...reply.suggestions, ...(reply.actions ?? [])])
          if (visibleText(label) !== '' && !isShare(reply, id)) expect(values).toContain(id);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

function isShare(
  { actions = [] }: { readonly actions?: readonly { kind: string; id: string }[] },
  id: string,
) {
  return actions.some((action) => action.kind === 'share' && action.id === id);
}
