import {
  type AdapterContext,
  type AdapterTexts,
  type Input,
  type Language,
  offered,
  type Suggestion,
} from '../../src/messaging/index.ts';
import { consoleMessage, readInput } from './incoming.ts';
import { renderReply, type Screen } from './render.ts';

/** The talk with the one person at this console. */
export interface Conversation {
  /** The console's own words, in the language of the last reply (Spanish before the first). */
  texts(): AdapterTexts['console'];
  /** Whether a typed line asks to leave, in any of our languages. */
  isFarewell(line: string): boolean;
  /** What a typed line means now, or nothing when it is blank. */
  read(line: string): Input | undefined;
  /** The reply as it is to be shown. Never rejects: a failure is logged and told in its stead. */
  answer(input: Input): Promise<string>;
}

/** A conversation that has not begun. `screen` is asked before each reply, since a window changes its size. */
export function createConversation(context: AdapterContext, screen: () => Screen): Conversation {
  const exitWords = new Set([context.texts('es').console.exitWord, context.texts('en').console.exitWord]);
  let count = 0;
  let language: Language = 'es';
  let choices: readonly Suggestion[] = [];
  const texts = (): AdapterTexts['console'] => context.texts(language).console;
  return {
    texts,
    isFarewell: (line) => exitWords.has(line.trim().replace(/^\//u, '').toLowerCase()),
    read: (line) => readInput(line, choices),
    answer: async (input) => {
      count += 1;
      choices = [];
      try {
        const reply = await context.handle(consoleMessage(count, input));
        if (reply === undefined) return '';
        language = reply.language;
        choices = offered(reply);
        return renderReply(reply, texts(), screen());
      } catch (error) {
        context.logger.error('console reply failed', { error });
        return texts().failure;
      }
    },
  };
}
