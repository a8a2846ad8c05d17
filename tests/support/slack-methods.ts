import type { IncomingMessage } from 'node:http';
import { checkContent, type SlackBlocks, shownText, shownWords } from './slack-blocks.ts';
import type { SlackManifest } from './slack-manifest.ts';

/** A message that Slack took. */
export interface PostedMessage {
  readonly method: 'chat.postMessage' | 'chat.postEphemeral' | 'respond';
  readonly channel?: string;
  readonly thread?: string;
  readonly user?: string;
  readonly blocks: SlackBlocks;
  /** What is read on the screen. */
  readonly shown: string;
  /** What notifications and screen readers say, decoded. */
  readonly words: string;
  /** The call as it came. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Slack's answer to a call: its body, and for a success what was posted. */
export interface Answer {
  readonly body: Readonly<Record<string, unknown>>;
  readonly posted?: PostedMessage;
}

/** The tokens of the app and who it is. */
export const IDENTITY = {
  botToken: 'xoxb-1111-2222-SECRETO-del-bot',
  appToken: 'xapp-1-A1-3333-SECRETO-de-la-app',
  signingSecret: 'abcdef0123456789abcdef0123456789',
  botUser: 'UBOT',
  botId: 'BBOT',
} as const;

/** Channels that the bot is in, by the first letter of their ids: channels and direct conversations. */
const CHANNEL = /^[CD]\w+$/;

/** Answers one method of the Web API, with Slack's own codes of refusal. */
export function callMethod(
  method: string,
  token: string | undefined,
  fields: Readonly<Record<string, string>>,
  manifest: SlackManifest,
  socketUrl: () => string,
): Answer {
  if (token === undefined) return refusal('not_authed');
  if (token !== IDENTITY.botToken && token !== IDENTITY.appToken) return refusal('invalid_auth');
  const wanted = method === 'apps.connections.open' ? IDENTITY.appToken : IDENTITY.botToken;
  if (token !== wanted) return refusal('not_allowed_token_type');
  switch (method) {
    case 'auth.test':
      return { body: { ok: true, user_id: IDENTITY.botUser, bot_id: IDENTITY.botId, team_id: 'T1' } };
    case 'apps.connections.open':
      return { body: { ok: true, url: socketUrl() } };
    case 'chat.postMessage':
    case 'chat.postEphemeral':
      return manifest.oauth_config.scopes.bot.includes('chat:write')
        ? post(method, fields)
        : refusal('missing_scope');
    default:
      return refusal('unknown_method');
  }
}

function post(
  method: 'chat.postMessage' | 'chat.postEphemeral',
  fields: Readonly<Record<string, string>>,
): Answer {
  const { channel = '', user, thread_ts: thread, blocks, text } = fields;
  if (!CHANNEL.test(channel)) return refusal('channel_not_found');
  if (method === 'chat.postEphemeral' && user === undefined) return refusal('invalid_arguments');
  if (thread !== undefined && !/^\d+\.\d{6}$/.test(thread)) return refusal('invalid_thread_ts');
  const content = checkContent(text, blocks === undefined ? undefined : JSON.parse(blocks));
  if ('error' in content) return refusal(content.error);
  const place = {
    channel,
    ...(thread === undefined ? {} : { thread }),
    ...(user === undefined ? {} : { user }),
  };
  return {
    body: { ok: true, channel, ts: '1700000099.000001' },
    posted: posted(method, content, place, fields),
  };
}

/** A message on a response address. */
export function respond(fields: Readonly<Record<string, unknown>>): Answer {
  const content = checkContent(fields.text, fields.blocks);
  return 'error' in content
    ? refusal(content.error)
    : { body: { ok: true }, posted: posted('respond', content, {}, fields) };
}

function posted(
  method: PostedMessage['method'],
  { text, blocks }: { readonly text: string; readonly blocks: SlackBlocks },
  place: Pick<PostedMessage, 'channel' | 'thread' | 'user'>,
  fields: Readonly<Record<string, unknown>>,
): PostedMessage {
  const words = shownWords(text);
  return { method, ...place, blocks, words, shown: blocks.length === 0 ? words : shownText(blocks), fields };
}

function refusal(error: string): Answer {
  return { body: { ok: false, error } };
}

/** The fields of a call, and the token in its header. */
export async function readCall(
  request: IncomingMessage,
): Promise<{ raw: string; token: string | undefined }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return { raw: Buffer.concat(chunks).toString('utf8'), token };
}
