import type { Inbox } from './adapter.ts';
import type { IncomingMessage } from './message.ts';

/** Milliseconds between two looks for what other processes left open. */
const PAUSE = 20_000;

/**
 * Hands `answer` what processes that are gone left open on a platform: at once, and then every 20 s until the
 * signal aborts, so that a process that lives takes up what one that dies beside it was answering. Resolves after
 * the first look. `answer` must not throw.
 */
export async function takeUp(
  inbox: Pick<Inbox, 'leftOpen'>,
  platform: string,
  answer: (message: IncomingMessage) => void,
  signal: AbortSignal,
): Promise<void> {
  async function look(): Promise<void> {
    for (const message of await inbox.leftOpen(platform)) answer(message);
  }
  if (signal.aborted) return;
  await look();
  if (signal.aborted) return;
  const timer = setInterval(() => void look(), PAUSE);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
