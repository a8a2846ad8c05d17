import type { AdapterDefinition } from '../../src/messaging/index.ts';
import { preview } from './preview.ts';
import { slackSettings } from './settings.ts';

/** Slack: over a socket when `SLACK_APP_TOKEN` is set, else over signed HTTP. */
export const slack: AdapterDefinition<typeof slackSettings> = {
  name: 'slack',
  settings: slackSettings,
  secrets: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
  isConfigured: (env) => (env.SLACK_BOT_TOKEN ?? '') !== '',
  create: async (settings, context) => (await import('./adapter.ts')).createSlackAdapter(settings, context),
  preview,
};
