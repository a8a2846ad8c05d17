import { ticketId } from './ids.ts';

/** Characters of a window's `private_metadata`: https://docs.slack.dev/reference/views/modal-views */
export const LONGEST_METADATA = 3_000;

/** What a window knows of its ticket: which one, and the text that it shows to be sent. */
export interface Carried {
  readonly ticket: string;
  readonly text: string;
}

/** What a window carries, as its `private_metadata`; what Slack might escape or trim is written as `%xx`. */
export function writeMetadata({ ticket, text }: Carried): string {
  return `${ticket} ${text.replaceAll(/[%&<>]|(?! )\s/g, encodeURIComponent)}`;
}

/** The way back, or nothing when it was not written here. */
export function readMetadata(metadata: string): Carried | undefined {
  const [, id, text = ''] = /^(\S*) ?(.*)$/s.exec(metadata) ?? [];
  const ticket = ticketId.safeParse(id);
  if (!ticket.success) return undefined;
  try {
    return { ticket: ticket.data, text: decodeURIComponent(text) };
  } catch {
    return undefined;
  }
}
