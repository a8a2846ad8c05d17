import type { Api } from 'grammy';
import type { BotCommand } from 'grammy/types';
import { type CommandSpec, type Language, splitText } from '../../src/messaging/index.ts';

/** Limits of setMyCommands: https://core.telegram.org/bots/api#setmycommands */
const COMMANDS = 100;
const DESCRIPTION = 256;
const NAME = /^[a-z0-9_]{1,32}$/;

/** The commands as Telegram's menu takes them; one that has no name it accepts is left out. */
export function commandMenu(commands: readonly CommandSpec[], language: Language): BotCommand[] {
  return commands
    .flatMap((spec): BotCommand[] => {
      const command = spec.names[language].find((name) => NAME.test(name));
      const [description] = splitText(spec.description[language].trim(), DESCRIPTION);
      return command === undefined || description === undefined ? [] : [{ command, description }];
    })
    .slice(0, COMMANDS);
}

/** Puts the menu in place: Spanish for everybody, English for apps in English. */
export async function publishMenu(api: Api, commands: readonly CommandSpec[]): Promise<void> {
  await api.setMyCommands(commandMenu(commands, 'es'));
  await api.setMyCommands(commandMenu(commands, 'en'), { language_code: 'en' });
}
