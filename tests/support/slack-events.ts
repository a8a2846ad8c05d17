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
