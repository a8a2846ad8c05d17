export { createDesk, type WriteDraft } from './desk.ts';
export { questionKey } from './likeness.ts';
export { tellOfNews } from './notices.ts';
export type { Room } from './room.ts';
export { makeRound } from './rounds.ts';
export { createTalks, type Talks } from './talks.ts';
