import { z } from 'zod';
import type { ConversationRef, IncomingMessage } from '../../src/messaging/index.ts';
import { channelConversation, personalConversation, privateConversation } from './conversation.ts';
import { HOME } from './home.ts';
import { type FindCommand, wordsInput } from './input.ts';

/** Where a pressed button stands, and so where what it opens is shown. */
type PressPlace =
  | { readonly kind: 'message'; readonly ts: string; readonly isPrivate: boolean }
  | { readonly kind: 'home' }
  | { readonly kind: 'modal'; readonly view: string };

/** Something that a person pressed, or a search that was entered. */
export interface Press {
  readonly action: string;
  readonly user: string;
  /** Lets a modal be opened during 3 s. */
  readonly trigger: string;
  readonly conversation: ConversationRef;
  readonly place: PressPlace;
  /** What the search field of a Home holds. */
  readonly search: string;
  /** What to ask the assistant; nothing when the button brought no value, as none of ours does. */
  readonly message?: IncomingMessage;
}

const viewSchema = z.object({
  id: z.string(),
  type: z.string(),
  private_metadata: z.string().nullish(),
  state: z
    .object({
      values: z.object({
        [HOME.input]: z.object({ [HOME.input]: z.object({ value: z.string().nullish() }) }),
      }),
    })
    .optional()
    .catch(undefined),
});

const pressSchema = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  actions: z.tuple(
    [z.object({ action_id: z.string(), action_ts: z.string(), value: z.string().nullish() })],
    z.unknown(),
  ),
  container: z.union([
    z.object({
      channel_id: z.string(),
      message_ts: z.string(),
      thread_ts: z.string().nullish(),
      is_ephemeral: z.boolean().nullish(),
    }),
    z.object({ type: z.literal('view') }),
  ]),
  message: z.object({ thread_ts: z.string().nullish() }).nullish(),
  view: viewSchema.nullish(),
});

type Body = z.output<typeof pressSchema>;

/** A `block_actions` body. Nothing when it has no place or nobody who pressed. */
export function readPress(body: unknown, findCommand: FindCommand): Press | undefined {
  const parsed = pressSchema.safeParse(body);
  const where = parsed.success ? whereOf(parsed.data) : undefined;
  if (!parsed.success || where === undefined) return undefined;
  const { user, trigger_id: trigger, actions, view } = parsed.data;
  const [{ action_id: action, action_ts, value }] = actions;
  const isCommand = action.startsWith(HOME.command);
  const entered = view?.state?.values[HOME.input][HOME.input].value;
  return {
    action,
    user: user.id,
    trigger,
    ...where,
    search: (action === HOME.input ? value : entered)?.trim() ?? '',
    ...(typeof value !== 'string' || value === ''
      ? {}
      : {
          message: {
            id: `${where.conversation.id}:${action_ts}`,
            platform: 'slack',
            conversation: where.conversation,
            author: { id: user.id },
            input: isCommand ? wordsInput(value, findCommand) : { kind: 'choice', id: value },
          },
        }),
  };
}

function whereOf({
  user,
  container,
  message,
  view,
}: Body): Pick<Press, 'conversation' | 'place'> | undefined {
  if ('channel_id' in container) {
    const { channel_id: channel, message_ts: ts, thread_ts, is_ephemeral } = container;
    const above = channel.startsWith('D') ? undefined : ts;
    const thread = thread_ts ?? message?.thread_ts ?? above;
    const isPrivate = is_ephemeral === true;
    return {
      place: { kind: 'message', ts, isPrivate },
      conversation: isPrivate ? privateConversation(channel, user.id) : channelConversation(channel, thread),
    };
  }
  if (view === null || view === undefined) return undefined;
  return {
    place: view.type === 'home' ? { kind: 'home' } : { kind: 'modal', view: view.id },
    conversation: conversationOf(view.private_metadata ?? '', user.id),
  };
}

/** The conversation that a view of ours carries, when it is one of this person. */
function conversationOf(kept: string, user: string): ConversationRef {
  const [channel = '', owner, ...more] = kept.split(':');
  return /^[CDG][A-Z0-9]+$/.test(channel) && owner === user && more.length === 0
    ? privateConversation(channel, user)
    : personalConversation(user);
}
