import type { CommandSpec, Input, UnsupportedKind } from '../../src/messaging/index.ts';

/** Finds the command that a word names, in any letter case and with or without accents. */
export type FindCommand = (word: string) => string | undefined;

/** What a platform sends when a person only opens the conversation; Telegram's own name for it. */
const OPENING = 'start';

/** Looks words up among all spellings of the commands; the answer is the spelling as listed. */
export function commandFinder(commands: readonly CommandSpec[]): FindCommand {
  const names = new Map(
    commands.flatMap((spec) => [...spec.names.es, ...spec.names.en]).map((name) => [fold(name), name]),
  );
  return (word) => names.get(fold(word));
}

function fold(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** What is meant by a text: `/planes 2` is a command when it is a known one, and nothing at all opens. */
export function textInput(text: string, find: FindCommand): Input {
  return text === '' || text.startsWith('/') ? wordsInput(text, find) : { kind: 'text', text };
}

/** What is meant by the words after our slash command: a known name at the beginning needs no slash. */
export function wordsInput(words: string, find: FindCommand): Input {
  const text = words.trim();
  const [, word = '', args = ''] = /^\/?(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  const name = find(text === '' ? OPENING : word);
  return name === undefined ? { kind: 'text', text } : { kind: 'command', name, args };
}

/** What was sent instead of a text, by the media types of the files; without files, something else. */
export function unsupportedInput(mediaTypes: readonly (string | undefined)[]): Input {
  const [first] = mediaTypes;
  return { kind: 'unsupported', what: mediaTypes.length === 0 ? 'other' : fileKind(first ?? '') };
}

function fileKind(mediaType: string): UnsupportedKind {
  switch (mediaType.split('/', 1)[0]) {
    case 'image':
      return 'photo';
    case 'audio':
      return 'voice';
    case 'video':
      return 'video';
    default:
      return 'file';
  }
}
