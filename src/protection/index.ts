export { capped } from './capped.ts';
export { protect, readOnce } from './check.ts';
export { guarded } from './guarded.ts';
export { limited } from './limited.ts';
export { screened } from './screened.ts';
export { languageOf } from './written.ts';
