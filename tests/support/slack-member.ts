import { buttonsOf } from './slack-blocks.ts';
import { command, newTrigger, press } from './slack-events.ts';
import { buttonSaying, stateOf } from './slack-forms.ts';
import type { PostedMessage } from './slack-methods.ts';
import type { OpenWindow } from './slack-screen.ts';
import type { Delivery, SlackServer } from './slack-server.ts';

/** The team's channel. */
export const TEAM = 'CTEAM';

/** The screen and hands of a member of the team's room. */
export interface Member {
  /** The newest state of the card that shows a ticket. */
  card(id: string): PostedMessage;
  /** Presses the button of a ticket's card that says this. */
  press(id: string, label: string, user?: string, extra?: Delivery): Promise<void>;
  /** The window on top of the screen. */
  window(): OpenWindow;
  /** Waits for a window with this title that has more to say than «un momento». */
  windowTitled(title: string): Promise<OpenWindow>;
  /** Fills in the top window and submits it. */
  submit(values?: Readonly<Record<string, string>>, user?: string): Promise<void>;
  /** The body of that submission. */
  submission(values?: Readonly<Record<string, string>>, user?: string): Delivery;
  /** Types the slash command in a channel. */
  type(text: string, user?: string, channel?: string): Promise<void>;
  /** What was said to one person alone, oldest first. */
  whispers(): readonly string[];
}

/** A member at the room of `server`, whose bodies `deliver` brings to the app. */
export function memberAt(server: SlackServer, deliver: (body: Delivery) => Promise<unknown>): Member {
  function card(id: string): PostedMessage {
    const found = server.posted.findLast(
      ({ channel, fields }) =>
        channel === TEAM && String(fields.metadata).includes(JSON.stringify({ ticket: id })),
    );
    if (found === undefined) throw new Error(`no card shows ${id}`);
    return found;
  }

  function window(): OpenWindow {
    const top = server.world.screen.windows().at(-1);
    if (top === undefined) throw new Error('no window is open');
    return top;
  }

  function submission(values: Readonly<Record<string, string>> = {}, user = 'UANA'): Delivery {
    const { id, root, view } = window();
    return {
      type: 'view_submission',
      team: { id: 'T1', domain: 'alianza' },
      user: { id: user, username: 'ana', name: 'ana', team_id: 'T1' },
      api_app_id: 'A1',
      token: 'obsolete',
      trigger_id: newTrigger(),
      view: { ...view, id, root_view_id: root, hash: `1.${id}`, state: stateOf(view, values) },
      response_urls: [],
      is_enterprise_install: false,
    };
  }

  return {
    card,
    window,
    submission,
    press: async (id, label, user = 'UANA', extra = {}) => {
      const button = buttonSaying(buttonsOf(card(id).blocks), label);
      const container = { channel_id: TEAM, message_ts: '1700000000.000001' };
      const body = press(button.value, server.responseUrl(), container, {
        user: { id: user, username: 'ana', name: 'ana', team_id: 'T1' },
        trigger_id: newTrigger(),
        channel: { id: TEAM, name: 'equipo' },
        ...extra,
      });
      const [action] = body.actions as readonly Delivery[];
      await deliver({ ...body, actions: [{ ...action, action_id: button.actionId }] });
    },
    windowTitled: async (title) => {
      await server.until(() => {
        const top = server.world.screen.windows().at(-1)?.view;
        return top?.title.text === title && !JSON.stringify(top.blocks).includes('Un momento');
      });
      return window();
    },
    submit: async (values, user) => {
      await deliver(submission(values, user));
      const trouble = server.refused.find(({ method }) => method === 'ack');
      if (trouble !== undefined) throw new Error(`Slack has trouble with the window: ${trouble.error}`);
    },
    type: async (text, user = 'UANA', channel = TEAM) => {
      await deliver(command(text, server.responseUrl(), { user_id: user, channel_id: channel }));
    },
    whispers: () =>
      server.posted
        .filter(({ method, fields }) => method === 'respond' && fields.response_type === 'ephemeral')
        .map(({ shown }) => shown),
  };
}
