import { personalDataIn } from '../language/personal-data.ts';
import type { IncomingMessage, Input } from '../messaging/index.ts';

/** True for a text that may be kept: it holds no personal data. */
export function mayBeKept(text: string): boolean {
  return personalDataIn(text).length === 0;
}

/**
 * The message as it may be stored: without a text that holds personal data, in whose place stands that something
 * came which can't be read. Whoever takes it up after a crash still answers.
 */
export function withhold(message: IncomingMessage): IncomingMessage {
  return mayBeKept(writtenIn(message.input))
    ? message
    : { ...message, input: { kind: 'unsupported', what: 'other' } };
}

function writtenIn(input: Input): string {
  if (input.kind === 'text') return input.text;
  if (input.kind === 'command') return `${input.name} ${input.args}`;
  return '';
}
