import type { types, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Finding } from '../../src/messaging/index.ts';
import { plainText, shorten } from './buttons.ts';
import { showable } from './rich-text.ts';

const sharedSchema = z.object({
  channel: z.string(),
  message_ts: z.string(),
  unfurl_id: z.string().optional(),
  source: z.enum(['composer', 'conversations_history']).optional().catch(undefined),
  links: z.array(z.object({ url: z.string() })).max(100),
});

/** What `chat.unfurl` is called with: https://docs.slack.dev/reference/methods/chat.unfurl */
type Unfurl = webApi.ChatUnfurlArguments;

/** The previews of the links of a `link_shared` event that `placeOf` knows; nothing when it knows none. */
export function unfurlOf(event: unknown, placeOf: (url: string) => Finding | undefined): Unfurl | undefined {
  const parsed = sharedSchema.safeParse(event);
  if (!parsed.success) return undefined;
  const { channel, message_ts: ts, unfurl_id, source, links } = parsed.data;
  const known = links.flatMap(({ url }) => {
    const finding = placeOf(url);
    return finding === undefined ? [] : [[url, { blocks: previewBlocks(finding) }] as const];
  });
  if (known.length === 0) return undefined;
  const unfurls = Object.fromEntries(known);
  return unfurl_id !== undefined && source !== undefined
    ? { unfurls, unfurl_id, source }
    : { unfurls, channel, ts };
}

function previewBlocks({ title, excerpt, source }: Finding): types.KnownBlock[] {
  const words = (text: string, limit: number) =>
    plainText(shorten(showable({ kind: 'text', text }).text, limit));
  return [
    { type: 'section', text: words(`${source.title}\n${title}`, 600) },
    { type: 'section', text: words(excerpt, 2_000) },
  ];
}
