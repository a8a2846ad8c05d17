import { AuthorizationError, RespondError, webApi } from '@slack/bolt';
import { slackOperatorTexts as texts } from '../../src/texts/adapters/slack.ts';

/** Codes of refusals that pass by themselves: https://docs.slack.dev/reference/methods/auth.test */
const PASSING: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

/** Codes after which nothing was done; after the other passing ones Slack may have done a part. */
const NOTHING_DONE: ReadonlySet<string> = new Set(['ratelimited', 'service_unavailable']);

/** Codes of a refusal of the blocks themselves: https://docs.slack.dev/reference/methods/chat.postMessage */
const BLOCKS: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
]);

/**
 * Codes that the operator can mend, by installing the app again: https://docs.slack.dev/reference/methods/auth.test
 */
const OPERATORS: ReadonlySet<string> = new Set([
  'access_denied',
  'account_inactive',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
  'unknown_method',
]);

/** Codes of a channel where the bot, or the person, is not or is no longer. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'restricted_action',
  'user_not_in_channel',
]);

/** Network errors after which Slack cannot have seen the request. */
const NEVER_SENT: ReadonlySet<string> = new Set(['EAI_AGAIN', 'ECONNREFUSED', 'ENOTFOUND']);

const LONGEST_RETRY_AFTER = 60_000;

/** Slack's own code of a refusal, such as `invalid_auth`. */
export function refusalCode(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;
  const code: unknown = error.data.error;
  return typeof code === 'string' && /^[a-z_]{1,60}$/.test(code) ? code : undefined;
}

/** A failure in words for the log: never a token, an address with a ticket in it, or what was being sent. */
export function describeFailure(error: unknown): string {
  const code = refusalCode(error);
  if (code !== undefined) return code;
  if (error instanceof webApi.WebAPIPlatformError) return 'an answer that is not from Slack';
  if (error instanceof webApi.WebAPIHTTPError) return `HTTP ${error.statusCode}`;
  if (error instanceof webApi.WebAPIRateLimitedError) return `rate limited for ${error.retryAfter} s`;
  if (error instanceof webApi.WebAPIRequestError) return networkWords(error.original);
  if (error instanceof RespondError) return `response address: HTTP ${error.statusCode}`;
  if (error instanceof AuthorizationError) return describeFailure(error.original);
  return error instanceof Error ? redact(error.message) : 'something that is not an Error was thrown';
}

function networkWords(error: Error): string {
  return networkCode(error) ?? (error.name === 'TimeoutError' ? 'no answer in time' : redact(error.message));
}

function networkCode(error: Error): string | undefined {
  const { cause } = error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** A text without Slack's tokens, and without the addresses that work as keys. */
export function redact(text: string): string {
  return text
    .replaceAll(/\bx(?:ox[a-z]|app)-[\w-]+/g, '[token]')
    .replaceAll(/\bwss?:\/\/\S+/g, '[socket]')
    .replaceAll(/\bhttps?:\/\/\S+/g, '[address]');
}

/** Whether Slack said no for good: another try would end the same way. */
export function isFinal(error: unknown): boolean {
  const code = refusalCode(error);
  return code !== undefined && !PASSING.has(code);
}

/** Whether a message can never be delivered where it was to go: nobody can mend it, and no time will. */
export function isUndeliverable(error: unknown): boolean {
  return isFinal(error) && !isOperators(error);
}

/** Whether Slack refused because of how the app is installed. */
export function isOperators(error: unknown): boolean {
  return OPERATORS.has(refusalCode(error) ?? '');
}

/** Whether the channel cannot be reached, so that a person has to be told elsewhere. */
export function isUnreachable(error: unknown): boolean {
  return UNREACHABLE.has(refusalCode(error) ?? '');
}

/** Milliseconds that Slack asked to wait. */
export function askedPause(error: unknown): number | undefined {
  return error instanceof webApi.WebAPIRateLimitedError ? Math.max(error.retryAfter, 0) * 1_000 : undefined;
}

/** Whether Slack refused the blocks, so that the words alone may still pass. */
export function isBlockRefusal(error: unknown): boolean {
  return BLOCKS.has(refusalCode(error) ?? '');
}

/**
 * Milliseconds to wait before a message is sent again, after its attempt number `attempt` (from 1), or nothing
 * when it must not be: after an error that leaves open whether it arrived, a repetition would show it twice.
 */
export function retryPause(error: unknown, attempt: number): number | undefined {
  const asked = askedPause(error);
  if (asked !== undefined) return Math.min(asked, LONGEST_RETRY_AFTER);
  const isUnseen =
    error instanceof webApi.WebAPIRequestError && NEVER_SENT.has(networkCode(error.original) ?? '');
  const isBusy =
    NOTHING_DONE.has(refusalCode(error) ?? '') ||
    (error instanceof webApi.WebAPIHTTPError && error.statusCode === 503);
  return isUnseen || isBusy ? 500 * 2 ** attempt : undefined;
}

/** What an operator reads when Slack refuses a token: which variable, what Slack said, and what to do. */
export function operatorError(variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN', error: unknown): Error {
  const code = describeFailure(error);
  return new Error(
    variable === 'SLACK_BOT_TOKEN' ? texts.refusedBotToken(code) : texts.refusedAppToken(code),
  );
}
