import {
  type AdapterContext,
  type IncomingMessage,
  type Reply,
  say,
  type Turns,
} from '../../src/messaging/index.ts';
import type { Acknowledge } from './acknowledge.ts';
import { destinationOf, privateConversation } from './conversation.ts';
import type { Delivery } from './deliver.ts';
import { describeFailure, isUndeliverable } from './failure.ts';
import type { WithStatus } from './status.ts';

/** Shows a reply. Rejects with the SDK's error when Slack refuses. */
export type Show = (reply: Reply) => Promise<void>;

/** Takes messages through the assistant. Neither rejects. Without `show`, a reply goes to the conversation. */
export interface Answering {
  /** Records a message, then acknowledges it, then answers it unless it was recorded before. */
  receive(message: IncomingMessage, acknowledge: Acknowledge, show?: Show): Promise<void>;
  /** Answers a message that was recorded by a process that is gone. */
  resume(message: IncomingMessage): Promise<void>;
}

/** What answering needs. */
export interface AnsweringTools {
  readonly context: AdapterContext;
  readonly turns: Turns;
  readonly delivery: Delivery;
  readonly withStatus: WithStatus;
  /** Whether the bot may speak in a channel. */
  readonly mayAnswer: (channel: string) => boolean;
}

/** Answers the messages of one conversation in order, those of others side by side. */
export function createAnswering({
  context,
  turns,
  delivery,
  withStatus,
  mayAnswer,
}: AnsweringTools): Answering {
  const { handle, inbox, logger } = context;
  const texts = context.texts('es').slack;

  async function ask(message: IncomingMessage): Promise<Reply | undefined> {
    try {
      return await withStatus(message.conversation, texts.searching, () => handle(message));
    } catch (error) {
      logger.error('slack.handle.failed', { error: describeFailure(error) });
      return say('es', [texts.failure]);
    }
  }

  async function askAndShow(message: IncomingMessage, show: Show): Promise<void> {
    const { conversation, author } = message;
    const { channel, thread } = destinationOf(conversation);
    if (conversation.kind === 'group' && !mayAnswer(channel))
      return delivery.post(privateConversation(channel, author.id, thread), say('es', [texts.notHere]));
    const reply = await ask(message);
    if (reply !== undefined) await show(reply);
  }

  /** What Slack may still take later is released, for the next attempt. */
  async function answer(message: IncomingMessage, show: Show): Promise<void> {
    try {
      await askAndShow(message, show);
    } catch (error) {
      const isLost = isUndeliverable(error);
      logger.warn('slack.undelivered', { error: describeFailure(error), isLost });
      if (!isLost) return inbox.release(message);
    }
    await inbox.settle(message);
  }

  const inTurn = (message: IncomingMessage, show?: Show) =>
    turns.take(message.conversation.id, () =>
      answer(message, show ?? ((reply) => delivery.post(message.conversation, reply))),
    );

  return {
    receive: async (message, acknowledge, show) => {
      const [fresh] = await inbox.receive([message]);
      await acknowledge().catch((error: unknown) =>
        logger.warn('slack.unacknowledged', { error: describeFailure(error) }),
      );
      if (fresh !== undefined) await inTurn(fresh, show);
    },
    resume: (message) => inTurn(message),
  };
}
