import { Undelivered } from '../../src/messaging/index.ts';
import { askedPause, describeFailure, isUndeliverable, isUnreachable } from './failure.ts';

/**
 * Why Slack did not take a message, as the port says it. The team's room out of reach can be mended, by inviting
 * the bot, and what the team must read is not lost until then.
 */
export function undelivered(error: unknown, isRoom: boolean): Undelivered {
  const retryAfter = askedPause(error);
  return new Undelivered(`Slack did not take the message (${describeFailure(error)})`, {
    isFinal: isUndeliverable(error) && !(isRoom && isUnreachable(error)),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}
