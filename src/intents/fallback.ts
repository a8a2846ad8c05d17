import { type CommandSpec, say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import { commandList } from './help.ts';
import type { Intent } from './intent.ts';
import { smallTalk, waysIn } from './small-talk.ts';

/** A photo, a voice message, a sticker, a file. */
export const unsupported: Intent = {
  name: 'unsupported',
  examples: { es: [], en: [] },
  answer(turn) {
    if (turn.input.kind !== 'unsupported') return undefined;
    const texts = textsFor(turn.language).unsupported;
    return smallTalk(
      turn,
      say(turn.language, [texts[turn.input.what], texts.forward], waysIn(turn.language)),
      'unsupported',
    );
  },
};

/** What no other intent took: an empty message, only emoji, an unknown command or an old button. */
export function createFallback(specs: () => readonly CommandSpec[]): Intent {
  return {
    name: 'fallback',
    examples: { es: ['🙂', '???', '/inventado'], en: [] },
    answer(turn) {
      const texts = textsFor(turn.language);
      if (turn.input.kind === 'command')
        return smallTalk(
          turn,
          say(turn.language, [texts.unknownCommand, commandList(turn, specs())], waysIn(turn.language)),
          'unknown-command',
        );
      const text = turn.input.kind === 'choice' ? texts.greeting.unknownLink : texts.empty;
      return smallTalk(turn, say(turn.language, [text], waysIn(turn.language)), 'no-question');
    },
  };
}
