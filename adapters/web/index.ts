import type { AdapterDefinition } from '../../src/messaging/index.ts';
import { createWebAdapter } from './adapter.ts';
import { preview } from './preview.ts';
import { webSettings } from './settings.ts';

/** A chat page, and a widget that shows it on other sites. */
export const web: AdapterDefinition<typeof webSettings> = {
  name: 'web',
  settings: webSettings,
  secrets: [],
  isConfigured: (env) => (env.WEB_PATH ?? '') !== '',
  create: async (settings, context) => createWebAdapter(settings, context),
  preview,
};
