import type { AdapterDefinition } from '../../src/messaging/index.ts';
import { consoleSettings, createConsoleAdapter, WIDEST } from './adapter.ts';
import { renderReply } from './render.ts';

/** The console on the process's own input and output. It runs when no other platform is asked for. */
export const consoleAdapter: AdapterDefinition<typeof consoleSettings> = {
  name: 'console',
  settings: consoleSettings,
  secrets: [],
  isConfigured: () => false,
  create: async (settings, context) =>
    createConsoleAdapter(settings, context, { input: process.stdin, output: process.stdout }),
  preview: (reply, texts) => {
    const shown = renderReply(reply, texts.console, { width: WIDEST, colour: false });
    return { shown: [shown], payloads: [shown] };
  },
};
