import type { GlobalShortcut, MessageShortcut, types } from '@slack/bolt';
import type { Delivery } from './slack-server.ts';

let count = 0;

/** A timestamp that no other message has, as Slack writes them. */
export function newTs(): string {
  count += 1;
  return `17000000${String(count % 100).padStart(2, '0')}.${String(count).padStart(6, '0')}`;
}

/** An event in the envelope that every delivery has. */
export function callback(event: Delivery, extra: Delivery = {}): Delivery {
  count += 1;
  return {
    token: 'obsolete',
    team_id: 'T1',
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: `Ev${count}`,
    event_time: 1_700_000_000,
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: '4-abc',
    ...extra,
  };
}

/** What a person writes to the bot in private, as the `message.im` event. */
export function directMessage(text: string, extra: Delivery = {}): Delivery {
  const ts = newTs();
  return {
    type: 'message',
    user: 'U1',
    client_msg_id: 'b2f2d5b0-0000-4000-8000-000000000000',
    ts,
    text,
    team: 'T1',
    channel: 'D1',
    event_ts: ts,
    channel_type: 'im',
    ...extra,
  };
}

/** A mention in a channel, as the `app_mention` event. */
export function mention(text: string, extra: Delivery = {}): Delivery {
  const ts = newTs();
  return { type: 'app_mention', user: 'U1', ts, text, team: 'T1', channel: 'C1', event_ts: ts, ...extra };
}

/** The slash command, as the form that Slack posts. */
export function command(text: string, responseUrl: string, extra: Delivery = {}): Delivery {
  count += 1;
  return {
    token: 'obsolete',
    team_id: 'T1',
    team_domain: 'alianza',
    channel_id: 'C1',
    channel_name: 'general',
    user_id: 'U1',
    user_name: 'maria',
    command: '/aga',
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: `${count}.abc`,
    ...extra,
  };
}

/** A press of a button of ours with `value`. `container` says where the button is. */
export function press(
  value: string,
  responseUrl: string,
  container: Delivery = {},
  extra: Delivery = {},
): Delivery {
  const ts = newTs();
  return {
    type: 'block_actions',
    user: { id: 'U1', username: 'maria', name: 'maria', team_id: 'T1' },
    api_app_id: 'A1',
    token: 'obsolete',
    container: {
      type: 'message',
      message_ts: '1700000000.000001',
      channel_id: 'D1',
      is_ephemeral: false,
      ...container,
    },
    trigger_id: `${ts}.abc`,
    team: { id: 'T1', domain: 'alianza' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: 'D1', name: 'directmessage' },
    response_url: responseUrl,
    actions: [
      {
        action_id: 'suggestion-0',
        block_id: 'x1',
        text: { type: 'plain_text', text: 'Ver más', emoji: false },
        value,
        type: 'button',
        action_ts: ts,
      },
    ],
    ...extra,
  };
}

const WHO = {
  user: { id: 'U1', username: 'maria', name: 'maria', team_id: 'T1' },
  api_app_id: 'A1',
  token: 'obsolete',
  team: { id: 'T1', domain: 'alianza' },
  is_enterprise_install: false,
};

/** A trigger that no other delivery has. */
export function newTrigger(): string {
  count += 1;
  return `${count}.trigger.abc`;
}

/** The shortcut «Buscar esto en el plan» on a message with this text. */
export function messageShortcut(text: string, responseUrl: string, extra: Delivery = {}): Delivery {
  const ts = newTs();
  const body = {
    ...WHO,
    type: 'message_action',
    callback_id: 'search_message',
    action_ts: ts,
    trigger_id: newTrigger(),
    response_url: responseUrl,
    message_ts: ts,
    channel: { id: 'C1', name: 'general' },
    message: { type: 'message', user: 'U2', ts, text, team: 'T1' },
  } satisfies MessageShortcut;
  return { ...body, ...extra };
}

/** The global shortcut «Preguntar». */
export function globalShortcut(extra: Delivery = {}): Delivery {
  const body = {
    ...WHO,
    type: 'shortcut',
    callback_id: 'ask_question',
    action_ts: newTs(),
    trigger_id: newTrigger(),
  } satisfies GlobalShortcut;
  return { ...body, ...extra };
}

/** A question that is sent from the modal `view`. */
export function submission(value: string | null, view: Delivery = {}, extra: Delivery = {}): Delivery {
  return {
    ...WHO,
    type: 'view_submission',
    trigger_id: newTrigger(),
    response_urls: [],
    view: {
      ...viewOutput('modal'),
      callback_id: 'question',
      state: { values: { question: { question: { type: 'plain_text_input', value } } } },
      ...view,
    },
    ...extra,
  };
}

/** A press of a button of a view of ours. */
export function viewPress(value: string, view: Delivery = {}, action: Delivery = {}): Delivery {
  return {
    ...WHO,
    type: 'block_actions',
    container: { type: 'view', view_id: 'V1' },
    trigger_id: newTrigger(),
    view: { ...viewOutput('modal'), callback_id: 'answer', ...view },
    actions: [
      {
        action_id: 'suggestion-0',
        block_id: 'x1',
        text: { type: 'plain_text', text: 'Ver más', emoji: false },
        value,
        type: 'button',
        action_ts: newTs(),
        ...action,
      },
    ],
  };
}

function viewOutput(type: string): Delivery {
  return {
    id: 'V1',
    team_id: 'T1',
    type,
    blocks: [],
    private_metadata: '',
    state: { values: {} },
    hash: '1700000000.abc',
    clear_on_close: false,
    notify_on_close: false,
    root_view_id: 'V1',
    previous_view_id: null,
    app_id: 'A1',
    external_id: '',
    app_installed_team_id: 'T1',
    bot_id: 'BBOT',
  };
}

/** A person opens the app, at its Home or at its messages. */
export function homeOpened(tab: 'home' | 'messages', extra: Delivery = {}): Delivery {
  const event = {
    type: 'app_home_opened',
    user: 'U1',
    channel: 'D1',
    tab,
    event_ts: newTs(),
  } satisfies types.AppHomeOpenedEvent;
  return { ...event, ...extra };
}

/** A thread of the older `assistant_view` begins. */
export function threadStarted(threadTs: string): Delivery {
  const thread = { user_id: 'U1', context: { channel_id: 'C1', team_id: 'T1' }, channel_id: 'D1' };
  return {
    type: 'assistant_thread_started',
    assistant_thread: { ...thread, thread_ts: threadTs },
    event_ts: newTs(),
  } satisfies types.AssistantThreadStartedEvent;
}

/** Somebody shares links of a domain of the app. */
export function linkShared(urls: readonly string[], extra: Delivery = {}): Delivery {
  const event = {
    type: 'link_shared',
    channel: 'C1',
    is_bot_user_member: true,
    user: 'U1',
    message_ts: newTs(),
    unfurl_id: 'C1.1.abc',
    source: 'conversations_history',
    links: urls.map((url) => ({ url, domain: new URL(url).hostname })),
    event_ts: newTs(),
  } satisfies types.LinkSharedEvent;
  return { ...event, ...extra };
}
