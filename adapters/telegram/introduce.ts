import type { Api } from 'grammy';
import type { AdapterContext } from '../../src/messaging/index.ts';
import { menus } from './menu.ts';

/** A part of how the bot shows itself: what Telegram has, what it should have, and how to set it. */
interface Part {
  readonly what: string;
  readonly wanted: unknown;
  read(): Promise<unknown>;
  write(): Promise<unknown>;
}

/**
 * Puts the menus, the names and the descriptions in place, one after the other, each only when it differs from
 * what Telegram has: it lets a name be set a few times a day. What fails is told to `onFailure`. Ends when the
 * signal aborts; never rejects.
 */
export async function introduce(
  api: Api,
  context: Pick<AdapterContext, 'commands' | 'texts'>,
  signal: AbortSignal,
  onFailure: (what: string, error: unknown) => void,
): Promise<void> {
  for (const { what, wanted, read, write } of [...menuParts(api, context), ...profileParts(api, context)]) {
    if (signal.aborted) return;
    try {
      if (JSON.stringify(await read()) !== JSON.stringify(wanted)) await write();
    } catch (error) {
      if (!signal.aborted) onFailure(what, error);
    }
  }
}

function menuParts(api: Api, { commands }: Pick<AdapterContext, 'commands'>): readonly Part[] {
  return menus(commands).map(({ commands: wanted, ...where }) => ({
    what: 'commands',
    wanted: wanted.map(({ command, description }) => ({ command, description })),
    read: async () =>
      (await api.getMyCommands(where)).map(({ command, description }) => ({ command, description })),
    write: () => api.setMyCommands(wanted, where),
  }));
}

function profileParts(api: Api, { texts }: Pick<AdapterContext, 'texts'>): readonly Part[] {
  return (['es', 'en'] as const).flatMap((language) => {
    const { name, description, shortDescription } = texts(language).telegram;
    const spoken = language === 'es' ? {} : ({ language_code: language } as const);
    return [
      {
        what: 'name',
        wanted: name,
        read: async () => (await api.getMyName(spoken)).name,
        write: () => api.setMyName(name, spoken),
      },
      {
        what: 'description',
        wanted: description,
        read: async () => (await api.getMyDescription(spoken)).description,
        write: () => api.setMyDescription(description, spoken),
      },
      {
        what: 'short description',
        wanted: shortDescription,
        read: async () => (await api.getMyShortDescription(spoken)).short_description,
        write: () => api.setMyShortDescription(shortDescription, spoken),
      },
    ];
  });
}
