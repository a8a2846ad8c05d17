import type { Adapter, Logger } from './messaging/index.ts';

/**
 * Runs all adapters until each is done or `signal` aborts. One that fails is logged and the others go on.
 * Resolves to false when all have failed.
 */
export async function runAdapters(
  adapters: readonly Adapter[],
  signal: AbortSignal,
  logger: Logger,
): Promise<boolean> {
  const outcomes = await Promise.all(
    adapters.map(async (adapter) => {
      try {
        logger.info('adapter starts', { adapter: adapter.name });
        await adapter.run(signal);
        logger.info('adapter is done', { adapter: adapter.name });
        return true;
      } catch (error) {
        logger.error('adapter failed', { adapter: adapter.name, error });
        return false;
      }
    }),
  );
  return outcomes.includes(true);
}
