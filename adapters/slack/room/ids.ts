import { z } from 'zod';

/** A ticket's id, as it comes back from buttons and windows. */
export const ticketId = z.string().regex(/^[\w-]{1,64}$/);

/** A person of the workspace, by Slack's own id. */
export const memberId = z.string().regex(/^[UW][A-Z0-9]{1,30}$/);

const cardName = z.string().regex(/^[CG][A-Z0-9]{1,30}:\d{1,12}\.\d{1,8}$/);

/** A message that shows a ticket, in Slack's terms. */
export interface Card {
  readonly channel: string;
  readonly ts: string;
}

/** The name of a card for those who know nothing of Slack: `channel:ts`. */
export function nameCard({ channel, ts }: Card): string {
  return `${channel}:${ts}`;
}

/** The way back from a card's name, or nothing when it is none. */
export function readCard(name: string | undefined): Card | undefined {
  const parsed = cardName.safeParse(name);
  if (!parsed.success) return undefined;
  const [channel = '', ts = ''] = parsed.data.split(':');
  return { channel, ts };
}
