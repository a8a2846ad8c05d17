import type { Api } from 'grammy';
import type { AdapterContext } from '../../src/messaging/index.ts';
import { menus } from './menu.ts';

/** A part of how the bot shows itself, and how to put it in place. */
interface Part {
  readonly what: string;
  settle(): Promise<void>;
}

/** A text of the profile: the one of a language, or without a language the one of everybody else. */
interface ProfileText {
  readonly what: string;
  readonly es: string;
  readonly en: string;
  read(of: Spoken): Promise<string>;
  write(text: string, of: Spoken): Promise<unknown>;
}

type Spoken = { readonly language_code?: 'en' };

const ENGLISH: Spoken = { language_code: 'en' };

/**
 * Puts the menus, the name and the descriptions in place, one after the other, and writes only what is not yet as
 * it should be: Telegram lets a name be set a few times a day. What the owner wrote in BotFather stays. What fails
 * is told to `onFailure`. Ends when the signal aborts; never rejects.
 */
export async function introduce(
  api: Api,
  context: Pick<AdapterContext, 'commands' | 'texts'>,
  signal: AbortSignal,
  onFailure: (what: string, error: unknown) => void,
): Promise<void> {
  for (const { what, settle } of [...menuParts(api, context), ...profileParts(api, context)]) {
    if (signal.aborted) return;
    try {
      await settle();
    } catch (error) {
      if (!signal.aborted) onFailure(what, error);
    }
  }
}

function menuParts(api: Api, { commands }: Pick<AdapterContext, 'commands'>): readonly Part[] {
  return menus(commands).map(({ commands: menu, ...where }) => ({
    what: 'commands',
    settle: async () => {
      const pick = (list: typeof menu) =>
        JSON.stringify(list.map((each) => [each.command, each.description]));
      if (pick(await api.getMyCommands(where)) !== pick(menu)) await api.setMyCommands(menu, where);
    },
  }));
}

function profileParts(api: Api, { texts }: Pick<AdapterContext, 'texts'>): readonly Part[] {
  const es = texts('es').telegram;
  const en = texts('en').telegram;
  const profile: readonly ProfileText[] = [
    {
      what: 'name',
      es: es.name,
      en: en.name,
      read: async (of) => (await api.getMyName(of)).name,
      write: (text, of) => api.setMyName(text, of),
    },
    {
      what: 'description',
      es: es.description,
      en: en.description,
      read: async (of) => (await api.getMyDescription(of)).description,
      write: (text, of) => api.setMyDescription(text, of),
    },
    {
      what: 'short description',
      es: es.shortDescription,
      en: en.shortDescription,
      read: async (of) => (await api.getMyShortDescription(of)).short_description,
      write: (text, of) => api.setMyShortDescription(text, of),
    },
  ];
  return profile.map((text) => ({ what: text.what, settle: () => settleText(text) }));
}

/** Writes the Spanish text where there is none, and its English twin where only the Spanish one would be shown. */
async function settleText({ es, en, read, write }: ProfileText): Promise<void> {
  const shown = await read({});
  if (shown === '') await write(es, {});
  else if (shown !== es) return;
  if (['', es].includes(await read(ENGLISH))) await write(en, ENGLISH);
}
