import { splitText } from '../../src/messaging/index.ts';

/** A payload of `/start`: https://core.telegram.org/bots/features#deep-linking */
const START = /^[A-Za-z0-9_-]{1,64}$/;

/** The address that opens our chat at a place of the folder; nothing for an id that `/start` can't carry. */
export function deepLink(username: string, id: string): string | undefined {
  return START.test(id) ? `https://t.me/${username}?start=${id}` : undefined;
}

/** Characters of the line that goes with a shared link. */
const ABOUT = 100;

/**
 * The address behind «Compartir»: Telegram's own list of chats, with `link` and a line about it ready to send.
 * It takes two touches and nothing to download, also where inline mode is off.
 */
export function shareLink(link: string, about: string): string {
  const [line = ''] = splitText(about.trim(), ABOUT);
  return `https://t.me/share/url?url=${encodeURIComponent(link)}&text=${encodeURIComponent(line)}`;
}
