import type { IncomingMessage } from 'node:http';
import { checkContent, type SlackBlocks, shownText, shownWords } from './slack-blocks.ts';
import type { SlackManifest } from './slack-manifest.ts';
import type { SlackWorld } from './slack-world.ts';

/** A message that Slack took. */
export interface PostedMessage {
  readonly method: 'chat.postMessage' | 'chat.postEphemeral' | 'chat.update' | 'respond';
  readonly channel?: string;
  readonly thread?: string;
  readonly user?: string;
  readonly ts?: string;
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

type Fields = Readonly<Record<string, string>>;

/** The tokens of the app and who it is. */
export const IDENTITY = {
  botToken: 'xoxb-1111-2222-SECRETO-del-bot',
  appToken: 'xapp-1-A1-3333-SECRETO-de-la-app',
  signingSecret: 'abcdef0123456789abcdef0123456789',
  botUser: 'UBOT',
  botId: 'BBOT',
} as const;

/** Where the bot can write: channels, direct conversations, and persons by their own id. */
const CHANNEL = /^[CDGU]\w+$/;
const TS = /^\d+\.\d{6}$/;

/** One of these scopes lets the method be called; without scopes, any bot may: https://docs.slack.dev/reference/methods */
export const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'assistant.threads.setStatus': ['assistant:write', 'chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.unfurl': ['links:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.replies': ['im:history'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/** Whose members can be told: https://docs.slack.dev/reference/methods/conversations.members */
export const MEMBERS_SCOPES: Readonly<Record<string, string>> = { C: 'channels:read', G: 'groups:read' };

/** Members of a page, so few that nobody forgets the next one. */
const PAGE = 2;

/** Answers one method of the Web API, with Slack's own codes of refusal. */
export function callMethod(
  method: string,
  token: string | undefined,
  fields: Fields,
  manifest: SlackManifest,
  socketUrl: () => string,
  world: SlackWorld,
): Answer {
  if (token === undefined) return refusal('not_authed');
  if (token !== IDENTITY.botToken && token !== IDENTITY.appToken) return refusal('invalid_auth');
  const wanted = method === 'apps.connections.open' ? IDENTITY.appToken : IDENTITY.botToken;
  if (token !== wanted) return refusal('not_allowed_token_type');
  if (method === 'apps.connections.open') return { body: { ok: true, url: socketUrl() } };
  const scopes = METHOD_SCOPES[method];
  if (scopes === undefined) return refusal('unknown_method');
  if (scopes.length > 0 && !scopes.some((scope) => manifest.oauth_config.scopes.bot.includes(scope)))
    return refusal('missing_scope');
  switch (method) {
    case 'auth.test':
      return { body: { ok: true, user_id: IDENTITY.botUser, bot_id: IDENTITY.botId, team_id: 'T1' } };
    case 'chat.postMessage':
    case 'chat.postEphemeral':
      return post(method, fields, world);
    case 'chat.update':
      return update(fields, world);
    case 'chat.unfurl':
      return unfurl(fields, world);
    case 'conversations.history':
    case 'conversations.replies':
      return history(fields, world);
    case 'conversations.members':
      return membersPage(fields, manifest, world);
    case 'assistant.threads.setSuggestedPrompts':
      return suggest(fields, manifest, world);
    case 'assistant.threads.setStatus':
      return setStatus(fields, world);
    default:
      return showView(method, fields, world);
  }
}

function post(method: 'chat.postMessage' | 'chat.postEphemeral', fields: Fields, world: SlackWorld): Answer {
  const { channel = '', user, thread_ts: thread, blocks, text, metadata } = fields;
  const shut = world.shut.get(channel) ?? world.shut.get(user ?? '');
  if (shut !== undefined) return refusal(shut);
  if (!CHANNEL.test(channel)) return refusal('channel_not_found');
  if (method === 'chat.postEphemeral' && (user === undefined || channel.startsWith('U')))
    return refusal('invalid_arguments');
  if (thread !== undefined && !TS.test(thread)) return refusal('invalid_thread_ts');
  if (metadata !== undefined && !isMetadata(JSON.parse(metadata))) return refusal('invalid_metadata_format');
  const content = checkContent(text, blocks === undefined ? undefined : JSON.parse(blocks));
  if ('error' in content) return refusal(content.error);
  const ts = world.newTs();
  const place = { channel, ts, ...(thread === undefined ? {} : { thread }) };
  if (user === undefined)
    world.kept.push({ ...place, ...(metadata === undefined ? {} : { metadata: JSON.parse(metadata) }) });
  return {
    body: { ok: true, channel, ts },
    posted: posted(method, content, { ...place, ...(user === undefined ? {} : { user }) }, fields),
  };
}

/** https://docs.slack.dev/messaging/message-metadata */
function isMetadata(value: { event_type?: unknown; event_payload?: unknown }): boolean {
  return (
    typeof value.event_type === 'string' &&
    /^\w{1,255}$/.test(value.event_type) &&
    typeof value.event_payload === 'object' &&
    value.event_payload !== null
  );
}

function update(fields: Fields, world: SlackWorld): Answer {
  const { channel = '', ts = '', blocks, text, metadata } = fields;
  const shut = world.shut.get(channel);
  if (shut !== undefined) return refusal(shut);
  if (!world.kept.some((one) => one.channel === channel && one.ts === ts))
    return refusal('message_not_found');
  if (metadata !== undefined && !isMetadata(JSON.parse(metadata))) return refusal('invalid_metadata_format');
  const content = checkContent(text, blocks === undefined ? undefined : JSON.parse(blocks));
  if ('error' in content) return refusal(content.error);
  return {
    body: { ok: true, channel, ts },
    posted: posted('chat.update', content, { channel, ts }, fields),
  };
}

function unfurl({ channel, ts, unfurl_id, source, unfurls = '{}' }: Fields, world: SlackWorld): Answer {
  const isPlaced =
    unfurl_id === undefined
      ? channel !== undefined && ts !== undefined
      : source === 'composer' || source === 'conversations_history';
  if (!isPlaced) return refusal('invalid_arguments');
  const previews: [string, { blocks?: unknown }][] = Object.entries(JSON.parse(unfurls));
  for (const [url, { blocks }] of previews) {
    if (!world.links.has(url)) return refusal('cannot_unfurl_url');
    if ('error' in checkContent('x', blocks)) return refusal('invalid_unfurls_format');
    world.unfurled.push({ url, blocks });
  }
  return { body: { ok: true } };
}

function history(
  { channel = '', ts, include_all_metadata, limit = '100' }: Fields,
  world: SlackWorld,
): Answer {
  if (!channel.startsWith('D')) return refusal('missing_scope');
  const messages = world.kept
    .filter(
      (one) => one.channel === channel && (ts === undefined ? one.thread === undefined : one.thread === ts),
    )
    .slice(-Number(limit))
    .map(({ ts: at, metadata }) => ({
      type: 'message',
      ts: at,
      ...(include_all_metadata === 'true' && metadata !== undefined ? { metadata } : {}),
    }));
  return { body: { ok: true, messages } };
}

function membersPage(
  { channel = '', cursor = '0' }: Fields,
  { oauth_config }: SlackManifest,
  { members }: SlackWorld,
): Answer {
  const scope = MEMBERS_SCOPES[channel.charAt(0)];
  if (scope === undefined) return refusal('channel_not_found');
  if (!oauth_config.scopes.bot.includes(scope)) return refusal('missing_scope');
  if (!/^\d+$/.test(cursor)) return refusal('invalid_cursor');
  const start = Number(cursor);
  const next_cursor = start + PAGE < members.size ? String(start + PAGE) : '';
  const page = [...members].slice(start, start + PAGE);
  return { body: { ok: true, members: page, response_metadata: { next_cursor } } };
}

function suggest(
  { channel_id: channel = '', thread_ts: thread, prompts = '[]' }: Fields,
  { features }: SlackManifest,
  world: SlackWorld,
): Answer {
  const list: { title?: string; message?: string }[] = JSON.parse(prompts);
  const isGood = list.length >= 1 && list.length <= 4 && list.every(({ title, message }) => title && message);
  if (!channel.startsWith('D')) return refusal('channel_not_found');
  if (!isGood) return refusal('invalid_arguments');
  if (features.assistant_view !== undefined && thread === undefined) return refusal('invalid_thread_ts');
  const isShown = thread === undefined || features.assistant_view !== undefined;
  if (isShown) world.prompts.push({ channel, prompts: list, ...(thread === undefined ? {} : { thread }) });
  return { body: { ok: true } };
}

function setStatus(
  { channel_id: channel = '', thread_ts: thread = '', status }: Fields,
  world: SlackWorld,
): Answer {
  if (!/^[CD]\w+$/.test(channel)) return refusal('channel_not_found');
  if (!TS.test(thread)) return refusal('invalid_thread_ts');
  if (status === undefined) return refusal('invalid_arguments');
  world.statuses.push({ channel, thread, status });
  return { body: { ok: true } };
}

function showView(method: string, fields: Fields, world: SlackWorld): Answer {
  const { view = 'null', trigger_id: trigger, view_id: id, user_id: user } = fields;
  if (method === 'views.publish' && !/^U\w+$/.test(user ?? '')) return refusal('user_not_found');
  const shown = world.show(method, JSON.parse(view), {
    ...(trigger === undefined ? {} : { trigger }),
    ...(id === undefined ? {} : { id }),
    ...(user === undefined ? {} : { user }),
  });
  return typeof shown === 'string' ? refusal(shown) : { body: { ok: true, view: { id: shown.id } } };
}

/** A message on a response address. */
export function respond(fields: Readonly<Record<string, unknown>>): Answer {
  const content = checkContent(fields.text, fields.blocks);
  return 'error' in content
    ? refusal(content.error)
    : { body: { ok: true }, posted: posted('respond', content, {}, fields) };
}

/** A message as Slack shows it. */
function posted(
  method: PostedMessage['method'],
  { text, blocks }: { readonly text: string; readonly blocks: SlackBlocks },
  place: Pick<PostedMessage, 'channel' | 'thread' | 'user' | 'ts'>,
  fields: Readonly<Record<string, unknown>>,
): PostedMessage {
  const words = shownWords(text);
  return { method, ...place, blocks, words, shown: blocks.length === 0 ? words : shownText(blocks), fields };
}

/** Slack's no. */
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
