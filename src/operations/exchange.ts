import type { Logger } from '../messaging/index.ts';
import type { Metrics } from './metrics.ts';

/** What came of one message, as it is logged and counted: nothing of the person, nothing of what was written. */
export interface Exchange {
  readonly platform: string;
  readonly intent: string;
  readonly status: string;
  readonly reason?: string | undefined;
  /** Path of the document that the answer cites first. */
  readonly document?: string | undefined;
  /** Time that the answer took. */
  readonly milliseconds: number;
  /** The bug, when there was one. */
  readonly error?: unknown;
}

/** Tells what came of a message. Called once a message, whoever answered or refused it. */
export type TellExchange = (exchange: Exchange) => void;

/** Upper bounds in seconds: a usual answer takes 1 to 20 ms; 10 s is when a person has given up. */
const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** One `info` line a message, and its place in the figures. */
export function createTellExchange(logger: Logger, metrics: Metrics): TellExchange {
  const count = metrics.counter('aga_questions_total', 'Messages handled, by what came of them.');
  const time = metrics.histogram('aga_answer_seconds', 'Time from a message to its answer.', SECONDS);
  return ({ error, ...exchange }) => {
    const { platform, intent, status, reason = 'none', milliseconds } = exchange;
    logger.info('message', { ...exchange, milliseconds: Math.round(milliseconds * 10) / 10 });
    if (error !== undefined) logger.error('intent failed', { intent, error });
    count({ platform, intent, status, reason });
    time({ platform }, milliseconds / 1_000);
  };
}
