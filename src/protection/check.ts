import type { Handle, IncomingMessage, Reply } from '../messaging/index.ts';
import type { TellExchange } from '../operations/index.ts';

/** Why a message is not answered. Without a reply the assistant keeps silent. */
export interface Refusal {
  readonly reason: 'rate-person' | 'rate-everyone' | 'too-long' | 'personal-data';
  readonly reply?: Reply;
}

/** Looks at a message before anything else does, and refuses it or lets it pass with nothing. */
export type Check = (message: IncomingMessage) => Refusal | undefined;

/**
 * The same check, which reads a message only the first time that it is handed it: for checks that look at nothing
 * but the message.
 */
export function readOnce(check: Check): Check {
  const read = new WeakMap<IncomingMessage, { readonly refusal: Refusal | undefined }>();
  return (message) => {
    const known = read.get(message);
    if (known !== undefined) return known.refusal;
    const refusal = check(message);
    read.set(message, { refusal });
    return refusal;
  };
}

/**
 * Puts checks before a handle, in their order: the first refusal is told and answers in its stead. `clock` gives
 * milliseconds.
 */
export function protect(
  handle: Handle,
  checks: readonly Check[],
  { tell, clock }: { readonly tell: TellExchange; readonly clock: () => number },
): Handle {
  return async (message) => {
    const started = clock();
    for (const check of checks) {
      const refusal = check(message);
      if (refusal === undefined) continue;
      const { reason, reply } = refusal;
      const milliseconds = clock() - started;
      tell({ platform: message.platform, intent: 'none', status: 'refused', reason, milliseconds });
      return reply;
    }
    return handle(message);
  };
}
