import type { Inbox, IncomingMessage } from '../messaging/index.ts';
import type { Check } from './check.ts';

/**
 * An inbox that never gets the text of a message which one of `checks` refuses. The adapter gets the message back
 * whole, so that the refusal is told; after a crash it comes back without its text. Settling needs no text at all.
 */
export function screened(inbox: Inbox, checks: readonly Check[]): Inbox {
  const recorded = (message: IncomingMessage): IncomingMessage =>
    checks.some((check) => check(message) !== undefined) ? withoutText(message) : message;
  return {
    ...inbox,
    receive: async (messages) => {
      const whole = new Map(messages.map((message) => [message.id, message]));
      const fresh = await inbox.receive(messages.map(recorded));
      return fresh.map((message) => whole.get(message.id) ?? message);
    },
    settle: (message) => inbox.settle(withoutText(message)),
  };
}

function withoutText(message: IncomingMessage): IncomingMessage {
  const { input } = message;
  if (input.kind === 'text') return { ...message, input: { ...input, text: '' } };
  return input.kind === 'command' ? { ...message, input: { ...input, args: '' } } : message;
}
