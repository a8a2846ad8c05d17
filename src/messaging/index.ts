export type { AdapterTexts } from '../texts/index.ts';
export * from './adapter.ts';
export * from './message.ts';
export * from './offered.ts';
export * from './plain-text.ts';
export * from './reply.ts';
export * from './split.ts';
export * from './team.ts';
export * from './undelivered.ts';
