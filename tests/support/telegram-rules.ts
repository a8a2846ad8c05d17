import { parseTelegramHtml } from './telegram-html.ts';

/** What the Bot API answers when it says no. */
export interface Refusal {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** The arguments of a call. */
export type Payload = Readonly<Record<string, unknown>>;

/** A 400 with Telegram's words. */
export function badRequest(description: string): Refusal {
  return { error_code: 400, description: `Bad Request: ${description}` };
}

/** What a message shows once its markup is read, or why it is refused. Limits as in `sendMessage`. */
export function readMessageText(payload: Payload): { readonly text: string } | Refusal {
  const raw = typeof payload.text === 'string' ? payload.text : '';
  if (hasLoneSurrogate(payload)) return badRequest('strings must be encoded in UTF-8');
  if (raw === '') return badRequest('message text is empty');
  if (Buffer.byteLength(raw) > 32_768) return badRequest('message is too long');
  if (payload.parse_mode !== undefined && payload.parse_mode !== 'HTML') {
    return badRequest('unsupported parse_mode');
  }
  const parsed =
    payload.parse_mode === 'HTML'
      ? parseTelegramHtml(raw)
      : ({ ok: true, text: raw.trim(), links: [] } as const);
  if (!parsed.ok) return badRequest(`can't parse entities: ${parsed.error}`);
  if (!/[^\p{C}\p{Z}]/u.test(parsed.text)) return badRequest('text must be non-empty');
  if (Array.from(parsed.text).length > 4_096) return badRequest('message is too long');
  return checkKeyboard(payload.reply_markup) ?? { text: parsed.text };
}

function hasLoneSurrogate(payload: Payload): boolean {
  let found = false;
  JSON.stringify(payload, (_key, value: unknown) => {
    found ||= typeof value === 'string' && /\p{Surrogate}/u.test(value);
    return value;
  });
  return found;
}

/** A button that brings its data back. */
export interface Button {
  readonly text: string;
  readonly callback_data: string;
}

/** A button that opens an address. */
export interface LinkButton {
  readonly text: string;
  readonly url: string;
}

/** The rows of buttons of a message. */
function rowsOf(payload: Payload): readonly (readonly (Button | LinkButton)[])[] {
  const markup = payload.reply_markup;
  if (typeof markup !== 'object' || markup === null || !('inline_keyboard' in markup)) return [];
  return Array.isArray(markup.inline_keyboard) ? (markup.inline_keyboard as Button[][]) : [];
}

/** The buttons of a message that bring data back, row after row. */
export function buttonsOf(payload: Payload): readonly Button[] {
  return rowsOf(payload)
    .flat()
    .filter((button): button is Button => 'callback_data' in button);
}

/** The buttons of a message that open an address. */
export function linksOf(payload: Payload): readonly LinkButton[] {
  return rowsOf(payload)
    .flat()
    .filter((button): button is LinkButton => 'url' in button);
}

function checkKeyboard(markup: unknown): Refusal | undefined {
  const buttons = rowsOf({ reply_markup: markup }).flat();
  if (buttons.length > 100) return badRequest('reply markup is too long');
  for (const button of buttons) {
    if (button.text.trim() === '') return badRequest('inline keyboard button text must be non-empty');
    if ('url' in button === 'callback_data' in button) {
      return badRequest(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
      );
    }
    if ('url' in button) {
      if (!/^(https?|tg):\/\/[^\s]+$/.test(button.url) || button.url.length > 4_096) {
        return badRequest('BUTTON_URL_INVALID');
      }
      continue;
    }
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > 64) return badRequest('BUTTON_DATA_INVALID');
  }
  return undefined;
}

/** Why `answerInlineQuery` is refused, if it is. */
export function checkInlineResults(payload: Payload): Refusal | undefined {
  const { results, next_offset: next = '', cache_time: cache = 300, is_personal: personal } = payload;
  if (!Array.isArray(results)) return badRequest("can't parse inline query results");
  if (results.length > 50) return badRequest('RESULTS_TOO_MUCH');
  if (Buffer.byteLength(String(next)) > 64) return badRequest('NEXT_OFFSET_INVALID');
  if (!Number.isInteger(cache) || (personal !== undefined && typeof personal !== 'boolean')) {
    return badRequest("can't parse inline query results");
  }
  const ids = new Set<string>();
  for (const { type, id, title, input_message_content: content } of results as InlineResult[]) {
    const bytes = Buffer.byteLength(id);
    if (bytes < 1 || bytes > 64) return badRequest('RESULT_ID_INVALID');
    if (ids.has(id)) return badRequest('RESULT_ID_DUPLICATE');
    ids.add(id);
    if (type !== 'article') return badRequest('unsupported type of an inline query result');
    if (title.trim() === '') return badRequest('title must be non-empty');
    const read = readMessageText({ ...content, text: content.message_text });
    if (!('text' in read)) return read;
  }
  return undefined;
}

/** A result of inline mode as it was sent. */
export interface InlineResult {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly input_message_content: { readonly message_text: string; readonly parse_mode?: string };
}

/** Most characters of each text that a profile has. */
const PROFILE_LIMITS: Readonly<Record<string, number>> = {
  name: 64,
  description: 512,
  short_description: 120,
};

/** Why a text of the profile is refused, if it is. */
export function checkProfile(
  field: string,
  { [field]: text = '', language_code: language }: Payload,
): Refusal | undefined {
  if (Array.from(String(text)).length > (PROFILE_LIMITS[field] ?? 0)) {
    return badRequest(`bot ${field.replace('_', ' ')} is too long`);
  }
  return checkLanguage(language);
}

function checkLanguage(language: unknown): Refusal | undefined {
  return language === undefined || language === '' || /^[a-z]{2}$/.test(String(language))
    ? undefined
    : badRequest('invalid language code specified');
}

const SCOPES = new Set(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']);

/** Why `setMyCommands` is refused, if it is. */
export function checkCommands({ commands, scope, language_code: language }: Payload): Refusal | undefined {
  if (!Array.isArray(commands)) return badRequest("can't parse commands");
  if (commands.length > 100) return badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands as { command: string; description: string }[]) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) return badRequest('BOT_COMMAND_INVALID');
    const length = Array.from(description).length;
    if (length < 1 || length > 256) return badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  const type = scope === undefined ? 'default' : (scope as { type: string }).type;
  if (!SCOPES.has(type)) return badRequest("can't parse BotCommandScope");
  return checkLanguage(language);
}

/** Why `setWebhook` is refused, if it is. Unlike the real server, http on the loopback is taken. */
export function checkWebhook({ url, secret_token: secret }: Payload): Refusal | undefined {
  if (typeof url !== 'string' || !/^(https:|http:\/\/127\.0\.0\.1[:/])/.test(url)) {
    return badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  return secret === undefined || /^[A-Za-z0-9_-]{1,256}$/.test(String(secret))
    ? undefined
    : badRequest('secret token contains unallowed characters');
}
