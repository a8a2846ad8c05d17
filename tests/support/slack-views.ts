import { z } from 'zod';
import { hasTwins, plain, type SlackBlocks, viewBlocks } from './slack-blocks.ts';

/** Limits of views: https://docs.slack.dev/surfaces/modals and the JSDoc of @slack/types (views.d.ts) */
const base = {
  blocks: viewBlocks,
  private_metadata: z.string().max(3_000).optional(),
  callback_id: z.string().min(1).max(255).optional(),
};
const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('home'), ...base }),
  z.strictObject({
    type: z.literal('modal'),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    clear_on_close: z.boolean().optional(),
    ...base,
  }),
]);

/** A view as Slack takes it. */
export type SlackView = z.output<typeof viewSchema>;

/** A view that is a window on somebody's screen. */
export type SlackModal = Extract<SlackView, { type: 'modal' }>;

const LARGEST_VIEW = 250_000;

/** Checks a view, or says Slack's code of refusal. */
export function checkView(view: unknown, type: 'home' | 'modal'): { view: SlackView } | { error: string } {
  if (/(?<!\\)\\ud[89a-f]/.test(JSON.stringify(view))) return { error: 'invalid_arguments' };
  const parsed = viewSchema.safeParse(view);
  if (!parsed.success || parsed.data.type !== type) return { error: 'invalid_arguments' };
  const blocks: SlackBlocks = parsed.data.blocks;
  const asks = blocks.some((block) => block.type === 'input');
  const ids = blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
  if (asks && parsed.data.type === 'modal' && parsed.data.submit === undefined)
    return { error: 'invalid_arguments' };
  if (new Set(ids).size < ids.length || hasTwins(blocks)) return { error: 'invalid_arguments' };
  return JSON.stringify(parsed.data).length > LARGEST_VIEW
    ? { error: 'view_too_large' }
    : { view: parsed.data };
}
