import type { Logger } from '../../src/messaging/index.ts';
import { describeFailure, isOperators } from './failure.ts';

/** Does what only decorates: a failure is logged once for each name, and nothing else comes of it. */
export type Decorate = (name: string, call: () => Promise<unknown>) => Promise<void>;

/** Decorates; what the app is not allowed to do is not tried again. */
export function createDecorate(logger: Logger): Decorate {
  const told = new Set<string>();
  const forbidden = new Set<string>();
  return async (name, call) => {
    if (forbidden.has(name)) return;
    try {
      await call();
    } catch (error) {
      if (isOperators(error)) forbidden.add(name);
      if (!told.has(name)) logger.warn('slack.not.decorated', { what: name, error: describeFailure(error) });
      told.add(name);
    }
  };
}
