import { GrammyError, HttpError } from 'grammy';
import { Undelivered } from '../../src/messaging/index.ts';
import { telegramOperatorTexts as texts } from '../../src/texts/adapters/telegram.ts';

/**
 * A failure in words for the log. Never the token (it stands in the address inside grammY's network errors),
 * and never what was being sent (Telegram quotes it when it refuses markup).
 */
export function describeFailure(error: unknown, token: string): string {
  return words(error).replaceAll(token, '[token]');
}

function words(error: unknown): string {
  if (isMarkupRefusal(error)) return `${error.method}: Telegram could not parse the markup`;
  if (error instanceof GrammyError) return `${error.method}: ${error.error_code} ${error.description}`;
  if (error instanceof HttpError) return `${error.message}${networkCode(error.error)}`;
  return error instanceof Error ? error.message : 'something that is not an Error was thrown';
}

/** The short code of a network error, such as ` (ECONNREFUSED)`: its message would hold the address. */
function networkCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const code = 'code' in error ? error.code : 'type' in error ? error.type : undefined;
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? ` (${code})` : '';
}

/** Telegram read our HTML and refused it. */
export function isMarkupRefusal(error: unknown): error is GrammyError {
  return (
    error instanceof GrammyError && error.error_code === 400 && /parse entities/i.test(error.description)
  );
}

/** The chat that a group became, when Telegram says that it was upgraded to a supergroup. */
export function migratedTo(error: unknown): string | undefined {
  const id = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
  return id === undefined ? undefined : String(id);
}

/** The message already is as it was to become. */
export function isUnmodified(error: unknown): boolean {
  return isRefusal(error) && /message is not modified/i.test(error.description);
}

/** A pressed button or an inline query that waited too long for its answer, or was answered before. */
export function isTooLate(error: unknown): boolean {
  return isRefusal(error) && /query is too old|query id is invalid/i.test(error.description);
}

/** Telegram says no to this call as it is: the message is gone, or can't be changed. */
export function isRefusal(error: unknown): error is GrammyError {
  return error instanceof GrammyError && error.error_code === 400;
}

/** No other attempt will do: the person blocked the bot or left, or there is no such chat. */
export function isFinal(error: unknown): boolean {
  return isRefusal(error) || (error instanceof GrammyError && error.error_code === 403);
}

/** The failure as the port tells it. */
export function undelivered(error: unknown, token: string): Undelivered {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return new Undelivered(`Telegram did not take the message (${describeFailure(error, token)})`, {
    isFinal: isFinal(error),
    ...(seconds === undefined ? {} : { retryAfter: seconds * 1_000 }),
  });
}

/** No answer, or one that says to come back later: worth another try. */
export function isTransient(error: unknown): boolean {
  if (error instanceof HttpError) return true;
  return error instanceof GrammyError && (error.error_code >= 500 || error.error_code === 429);
}

/**
 * What an operator reads when Telegram ends the connection for good: what happened, which variable, what to
 * do. It has no `cause`, which could hold the token.
 */
export function operatorError(error: unknown, token: string): Error {
  const said = describeFailure(error, token);
  const code = error instanceof GrammyError ? error.error_code : undefined;
  const method = error instanceof GrammyError ? error.method : undefined;
  if (code === 401 || code === 404) return new Error(texts.refusedToken(said));
  if (code === 409) return new Error(texts.otherProcess(said));
  return new Error(method === 'setWebhook' ? texts.refusedWebhook(said) : texts.ended(said));
}
