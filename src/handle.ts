import type { Assistant } from './assistant.ts';
import type { Handle } from './messaging/index.ts';
import type { TellExchange } from './operations/index.ts';

/** The assistant as adapters call it, telling what came of each message. */
export function createHandle(assistant: Assistant, tell: TellExchange): Handle {
  return async (message) => {
    const { intent, status, reason, reply, milliseconds, error } = assistant.answer(message);
    const document = reply.sources[0]?.path;
    tell({ platform: message.platform, intent, status, reason, document, milliseconds, error });
    return reply;
  };
}
