import type { CommandSpec } from '../messaging/index.ts';
import { ask } from './ask.ts';
import { askTeam, teamFollowUp } from './ask-team.ts';
import { emergency, opinion, otherLanguage, personal, petition } from './boundaries.ts';
import { commitments } from './commitments.ts';
import { more, source } from './conversation.ts';
import { define } from './define.ts';
import { createFallback, unsupported } from './fallback.ts';
import { report, vote } from './feedback.ts';
import { createHelp, privacy } from './help.ts';
import type { Intent } from './intent.ts';
import { challenges, plans, posts } from './lists.ts';
import { erase, myData } from './my-data.ts';
import { show } from './show.ts';
import { silence } from './silence.ts';
import { goodbye, thanks } from './small-talk.ts';
import { start } from './start.ts';
import { cancel, subscribe } from './subscriptions.ts';
import { why } from './why.ts';

const specs = (): readonly CommandSpec[] => commands;

/** The table: the first intent that answers wins. */
export const intents: readonly Intent[] = [
  emergency,
  unsupported,
  start,
  createHelp(specs),
  privacy,
  myData,
  erase,
  subscribe,
  cancel,
  askTeam,
  teamFollowUp,
  thanks,
  goodbye,
  more,
  source,
  why,
  vote,
  report,
  silence,
  show,
  challenges,
  plans,
  posts,
  commitments,
  define,
  petition,
  opinion,
  personal,
  otherLanguage,
  ask,
  createFallback(specs),
];

/** The commands of the table, as a platform's menu lists them. */
export const commands: readonly CommandSpec[] = intents.flatMap((intent) => intent.command ?? []);

export { choiceMeant } from './conversation.ts';
export type { Effect } from './effect.ts';
export { createFind, createPlaceOf } from './find.ts';
export type { Intent, Outcome, Turn } from './intent.ts';
export { createKnowledgeBase, type KnowledgeBase } from './knowledge-base.ts';
export { EMPTY_MEMORY, type Memory } from './memory.ts';
