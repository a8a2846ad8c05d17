import { badRequest, checkCommands, checkProfile, type Payload, type Refusal } from './telegram-rules.ts';

/** The menu and the texts that people see before they write, one of each language. */
export interface TelegramProfile {
  /** Does what a method of the profile does; nothing for any other. */
  perform(method: string, payload: Payload): { readonly result: unknown } | Refusal | undefined;
}

const FIELDS: Readonly<Record<string, string>> = {
  Name: 'name',
  Description: 'description',
  ShortDescription: 'short_description',
};

/** The profile of a bot as BotFather made it. */
export function createTelegramProfile(): TelegramProfile {
  const texts = new Map<string, unknown>([['name/', 'aga_prueba']]);
  const menus = new Map<string, unknown>();

  function ofMenu(verb: string, payload: Payload): { readonly result: unknown } | Refusal {
    const key = JSON.stringify([payload.scope ?? { type: 'default' }, payload.language_code ?? '']);
    if (verb === 'get') return { result: menus.get(key) ?? [] };
    const refusal = checkCommands(payload);
    if (refusal !== undefined) return refusal;
    menus.set(key, payload.commands);
    return { result: true };
  }

  return {
    perform(method, payload) {
      const [, verb = '', what = ''] = /^(get|set)My(\w+)$/.exec(method) ?? [];
      if (what === 'Commands') return ofMenu(verb, payload);
      const field = FIELDS[what];
      if (field === undefined) return undefined;
      const key = `${field}/${payload.language_code ?? ''}`;
      if (verb === 'get') return { result: { [field]: texts.get(key) ?? texts.get(`${field}/`) ?? '' } };
      const refusal = checkProfile(field, payload);
      if (refusal !== undefined) return refusal;
      if (field === 'name' && String(payload.name ?? '').trim() === '')
        return badRequest('bot name is empty');
      texts.set(key, payload[field]);
      return { result: true };
    },
  };
}
