import { z } from 'zod';
import { DISCARD_REASONS } from '../../../src/messaging/index.ts';
import { DEEDS, type Deed, PREFIX, readName, WINDOWS } from './deeds.ts';
import { memberId, ticketId } from './ids.ts';
import { LONGEST_METADATA, readMetadata } from './metadata.ts';
import { INPUT } from './window-parts.ts';
import { LONGEST_TEXT, LONGEST_TITLE } from './windows.ts';

/** A button of a card. `trigger` opens one window, within 3 s. */
export interface Press {
  readonly kind: 'press';
  readonly deed: Deed;
  readonly ticket: string;
  readonly user: string;
  readonly channel: string;
  readonly trigger: string;
}

/** What a person wrote, in well-formed Unicode. */
function written(longest: number) {
  return z
    .string()
    .max(longest)
    .transform((text) => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}

const byMember = { user: memberId, ticket: ticketId, key: z.string().min(1).max(100) };
const submissionSchema = z.discriminatedUnion('window', [
  z.object({ window: z.literal('answer'), ...byMember, answer: written(LONGEST_TEXT) }),
  z.object({ window: z.literal('preview'), ...byMember, previewed: written(LONGEST_TEXT) }),
  z.object({ window: z.literal('discard'), ...byMember, reason: z.enum(DISCARD_REASONS) }),
  z.object({ window: z.literal('assign'), ...byMember, assignee: memberId }),
  z.object({
    window: z.literal('save'),
    ...byMember,
    title: written(LONGEST_TITLE),
    text: written(LONGEST_TEXT),
  }),
]);

/** A window that a member submitted. `key` is the same for all windows that one button opened. */
export type Submission = z.output<typeof submissionSchema>;

/** A platform turned off or on by the slash command. */
export interface Switch {
  readonly kind: 'switch';
  readonly user: string;
  readonly platform: string;
  readonly isOn: boolean;
  readonly reason: string;
}

/** What concerns the room: what is said in its threads, and what its members do. `broken` is nobody's real doing. */
export type RoomRequest =
  | { readonly kind: 'talk' }
  | Press
  | { readonly kind: 'submission'; readonly submission: Submission }
  | Switch
  | { readonly kind: 'broken' };

/** What a delivery asks of the room in `channel`, or nothing when it is not the room's. */
export function readRequest(body: unknown, channel: string): RoomRequest | undefined {
  return readTalk(body, channel) ?? readPress(body) ?? readSubmission(body) ?? readSwitch(body, channel);
}

const talkSchema = z.object({
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    channel: z.string(),
    ts: z.string(),
    thread_ts: z.string(),
  }),
});

/** What people say to each other below a card. */
function readTalk(body: unknown, channel: string): RoomRequest | undefined {
  const parsed = talkSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { event } = parsed.data;
  return event.channel === channel && event.thread_ts !== event.ts ? { kind: 'talk' } : undefined;
}

const anyPressSchema = z.object({
  type: z.literal('block_actions'),
  actions: z.tuple([z.object({ action_id: z.string().startsWith(PREFIX) })], z.unknown()),
});
const pressSchema = z.object({
  user: z.object({ id: memberId }),
  trigger_id: z.string().min(1).max(200),
  container: z.object({ channel_id: z.string() }),
  actions: z.tuple([z.object({ action_id: z.string(), value: ticketId })], z.unknown()),
});

function readPress(body: unknown): RoomRequest | undefined {
  if (!anyPressSchema.safeParse(body).success) return undefined;
  const parsed = pressSchema.safeParse(body);
  if (!parsed.success) return { kind: 'broken' };
  const { user, trigger_id: trigger, container, actions } = parsed.data;
  const deed = readName(actions[0].action_id, DEEDS);
  if (deed === undefined) return { kind: 'broken' };
  return {
    kind: 'press',
    deed,
    ticket: actions[0].value,
    user: user.id,
    channel: container.channel_id,
    trigger,
  };
}

const anySubmissionSchema = z.object({
  type: z.literal('view_submission'),
  view: z.object({ callback_id: z.string().startsWith(PREFIX) }),
});
const fieldSchema = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_user: z.string().nullish(),
});
const viewSchema = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    callback_id: z.string(),
    root_view_id: z.string(),
    private_metadata: z.string().max(LONGEST_METADATA),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), fieldSchema)) }),
  }),
});

function readSubmission(body: unknown): RoomRequest | undefined {
  if (!anySubmissionSchema.safeParse(body).success) return undefined;
  const parsed = viewSchema.safeParse(body);
  if (!parsed.success) return { kind: 'broken' };
  const { user, view } = parsed.data;
  const fields = Object.entries(view.state.values).map(([name, { [INPUT]: field }]): [string, unknown] => [
    name,
    field?.value ?? field?.selected_option?.value ?? field?.selected_user ?? '',
  ]);
  const carried = readMetadata(view.private_metadata);
  const submission = submissionSchema.safeParse({
    ...Object.fromEntries(fields),
    ticket: carried?.ticket,
    previewed: carried?.text,
    window: readName(view.callback_id, WINDOWS),
    user: user.id,
    key: view.root_view_id,
  });
  return submission.success ? { kind: 'submission', submission: submission.data } : { kind: 'broken' };
}

const commandSchema = z.object({
  command: z.string(),
  channel_id: z.string(),
  user_id: memberId,
  text: z.string(),
});

/** `apagar telegram <motivo>` and `encender telegram`, typed in the room. */
function readSwitch(body: unknown, channel: string): RoomRequest | undefined {
  const parsed = commandSchema.safeParse(body);
  if (!parsed.success || parsed.data.channel_id !== channel) return undefined;
  const [, verb, platform, reason = ''] =
    /^\s*(apagar|encender)\s+([a-z][a-z0-9-]{0,30})(?:\s+(.*?))?\s*$/is.exec(parsed.data.text) ?? [];
  if (verb === undefined || platform === undefined) return undefined;
  return {
    kind: 'switch',
    user: parsed.data.user_id,
    platform: platform.toLowerCase(),
    isOn: verb.toLowerCase() === 'encender',
    reason,
  };
}
