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

/** A button as it was sent. */
export interface Button {
  readonly text: string;
  readonly callback_data: string;
}

/** The buttons of a message, row after row. */
export function buttonsOf(payload: Payload): readonly Button[] {
  const markup = payload.reply_markup;
  if (typeof markup !== 'object' || markup === null || !('inline_keyboard' in markup)) return [];
  return Array.isArray(markup.inline_keyboard) ? (markup.inline_keyboard as Button[][]).flat() : [];
}

function checkKeyboard(markup: unknown): Refusal | undefined {
  for (const { text, callback_data: data } of buttonsOf({ reply_markup: markup })) {
    if (text.trim() === '') return badRequest('inline keyboard button text must be non-empty');
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > 64) return badRequest('BUTTON_DATA_INVALID');
  }
  return undefined;
}

/** Why `setMyCommands` is refused, if it is. */
export function checkCommands({ commands, language_code: language }: Payload): Refusal | undefined {
  if (!Array.isArray(commands)) return badRequest("can't parse commands");
  if (commands.length > 100) return badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands as { command: string; description: string }[]) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) return badRequest('BOT_COMMAND_INVALID');
    const length = Array.from(description).length;
    if (length < 1 || length > 256) return badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return language === undefined || /^[a-z]{2}$/.test(String(language))
    ? undefined
    : badRequest('invalid language code specified');
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
