import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types';
import { type CommandSpec, type Language, splitText } from '../../src/messaging/index.ts';

/** Limits of setMyCommands: https://core.telegram.org/bots/api#setmycommands */
const COMMANDS = 100;
const DESCRIPTION = 256;
const NAME = /^[a-z0-9_]{1,32}$/;

/** One menu, as `setMyCommands` takes it. */
export interface Menu {
  readonly commands: readonly BotCommand[];
  readonly scope: BotCommandScope;
  readonly language_code?: LanguageCode;
}

/** The commands as Telegram's menu takes them; one that has no name it accepts is left out. */
function commandMenu(commands: readonly CommandSpec[], language: Language): BotCommand[] {
  return commands
    .flatMap((spec): BotCommand[] => {
      const command = spec.names[language].find((name) => NAME.test(name));
      const [description] = splitText(spec.description[language].trim(), DESCRIPTION);
      return command === undefined || description === undefined ? [] : [{ command, description }];
    })
    .slice(0, COMMANDS);
}

/** Commands that are of no use where many people talk: a group is not begun with. */
const PRIVATE_ALONE: ReadonlySet<string> = new Set(['start']);

/** The commands of each place and language: groups have a shorter list. Spanish stands for every language but English. */
export function menus(commands: readonly CommandSpec[]): readonly Menu[] {
  const shared = commands.filter(({ names }) => !names.es.some((name) => PRIVATE_ALONE.has(name)));
  return (['es', 'en'] as const).flatMap((language) => {
    const spoken = language === 'es' ? {} : { language_code: language };
    return [
      { commands: commandMenu(commands, language), scope: { type: 'all_private_chats' }, ...spoken },
      { commands: commandMenu(shared, language), scope: { type: 'all_group_chats' }, ...spoken },
    ];
  });
}
