import type { Assistant } from './assistant.ts';
import type { Handle } from './messaging/index.ts';
import type { TellExchange } from './operations/index.ts';
import { languageOf } from './protection/index.ts';
import type { Records } from './records/index.ts';

/** What handling a message needs; without records nothing outlives the process. */
export interface HandleOptions {
  readonly assistant: Assistant;
  readonly tell: TellExchange;
  readonly records?: Records;
}

/** The assistant as adapters call it, telling what came of each message. */
export function createHandle({ assistant, tell, records }: HandleOptions): Handle {
  return async (message) => {
    const { platform } = message;
    const instead = await records?.before(message, () => languageOf(message));
    if (instead !== undefined) {
      tell({ platform, intent: 'none', status: 'refused', reason: instead.reason, milliseconds: 0 });
      return instead.reply;
    }
    const result = assistant.answer(message);
    const said = (await records?.after(message, result)) ?? result.reply;
    const { intent, status, reason, reply, milliseconds, error } = result;
    const isSaid = 'blocks' in said;
    const document = reply.sources[0]?.path;
    tell(
      isSaid
        ? { platform, intent, status, reason, document, milliseconds, error }
        : { platform, intent, status: 'refused', reason: said.reason, milliseconds, error },
    );
    return isSaid ? said : said.reply;
  };
}
