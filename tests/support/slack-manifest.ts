import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifestSchema = z.object({
  features: z.object({
    app_home: z.object({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    agent_view: z.object({ agent_description: z.string().min(1).max(300) }).optional(),
    assistant_view: z.object({ assistant_description: z.string().min(1) }).optional(),
    bot_user: z.object({ display_name: z.string().min(1).max(80) }),
    slash_commands: z.array(
      z.object({
        command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
        description: z.string().min(1).max(2_000),
      }),
    ),
    shortcuts: z
      .array(
        z.object({
          name: z.string().min(1).max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().min(1).max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10),
    unfurl_domains: z.array(z.string()).max(5),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.boolean() }),
    socket_mode_enabled: z.boolean(),
  }),
});

/** What Slack makes of a manifest. */
export type SlackManifest = z.output<typeof manifestSchema>;

/** The manifest that comes with the adapter. */
export const slackManifest: SlackManifest = manifestSchema.parse(
  JSON.parse(readFileSync(new URL('../../adapters/slack/manifest.json', import.meta.url), 'utf8')),
);

/** The same app as it is where the workspace still has the assistant view. */
export const assistantManifest: SlackManifest = {
  ...slackManifest,
  features: {
    ...slackManifest.features,
    agent_view: undefined,
    assistant_view: { assistant_description: 'Responde preguntas.' },
  },
  settings: {
    ...slackManifest.settings,
    event_subscriptions: {
      bot_events: [...slackManifest.settings.event_subscriptions.bot_events, 'assistant_thread_started'],
    },
  },
};

/**
 * The scope that each part needs: https://docs.slack.dev/reference/events/app_mention,
 * https://docs.slack.dev/reference/events/message.im, https://docs.slack.dev/reference/scopes
 */
export const EVENT_SCOPES: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.im': 'im:history',
  link_shared: 'links:read',
};

/** What a delivery needs of the app's configuration: a subscription, and the scope that goes with it. */
export interface Need {
  readonly part: string;
  readonly scope?: string;
}

/** Which part of the configuration lets this body reach the app. */
export function needOf(body: Readonly<Record<string, unknown>>): Need {
  const { event, command, callback_id: shortcut } = body;
  if (typeof command === 'string') return { part: command, scope: 'commands' };
  if (typeof shortcut === 'string') return { part: shortcut, scope: 'commands' };
  if (typeof event !== 'object' || event === null || !('type' in event)) return { part: 'interactivity' };
  const kind = 'channel_type' in event && event.channel_type === 'im' ? 'im' : 'channels';
  const part = event.type === 'message' ? `message.${kind}` : String(event.type);
  const scope = EVENT_SCOPES[part];
  return { part, ...(scope === undefined ? {} : { scope }) };
}

/** Whether an app with this manifest is sent what needs this. */
export function isGranted(manifest: SlackManifest, { part, scope }: Need): boolean {
  const { features, oauth_config, settings } = manifest;
  const parts = [
    ...settings.event_subscriptions.bot_events,
    ...features.slash_commands.map(({ command }) => command),
    ...features.shortcuts.map(({ callback_id }) => callback_id),
    ...(settings.interactivity.is_enabled ? ['interactivity'] : []),
  ];
  const readsPrivate =
    features.app_home.messages_tab_enabled && !features.app_home.messages_tab_read_only_enabled;
  return (
    parts.includes(part) &&
    (scope === undefined || oauth_config.scopes.bot.includes(scope)) &&
    (part !== 'message.im' || readsPrivate) &&
    (part !== 'assistant_thread_started' || features.assistant_view !== undefined)
  );
}
