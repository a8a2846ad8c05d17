import type { Assistant } from './assistant.ts';
import type { Handle, Logger } from './messaging/index.ts';

/** The assistant as adapters call it, with one `info` line a message that holds nothing of the person. */
export function createHandle(assistant: Assistant, logger: Logger): Handle {
  return async (message) => {
    const { intent, status, reason, reply, milliseconds, error } = assistant.answer(message);
    logger.info('message', {
      platform: message.platform,
      intent,
      status,
      reason,
      document: reply.sources[0]?.path,
      milliseconds: Math.round(milliseconds * 10) / 10,
    });
    if (error !== undefined) logger.error('intent failed', { intent, error });
    return reply;
  };
}
