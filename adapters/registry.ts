import type { AdapterDefinition } from '../src/messaging/index.ts';
import { consoleAdapter } from './console/index.ts';
import { slack } from './slack/index.ts';
import { telegram } from './telegram/index.ts';
import { web } from './web/index.ts';

/** Every platform that the assistant can speak on, by the name that `ADAPTERS` uses. */
export const adapters: readonly AdapterDefinition[] = [consoleAdapter, telegram, slack, web];
