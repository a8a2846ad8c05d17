import { flexSearch } from './flexsearch.ts';
import { fuse } from './fuse.ts';
import { lunrSystem } from './lunr.ts';
import { miniSearch, vitePress } from './minisearch.ts';
import { orama } from './orama.ts';
import { ours } from './ours.ts';
import type { System } from './system.ts';

export type { Engine, System } from './system.ts';
export { textOf } from './system.ts';
export { miniSearch, ours };

/** Ours, and what a user would pick instead. */
export const SYSTEMS: readonly System[] = [ours, miniSearch, vitePress, orama, lunrSystem, flexSearch, fuse];
