import type { Language } from '../language/index.ts';
import type { CommandSpec, Input, Reply } from '../messaging/index.ts';
import type { Candidate } from '../search/index.ts';
import type { Effect } from './effect.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import type { Memory } from './memory.ts';

/** How an exchange ended; refusals carry a reason, so that they can be counted without reading anyone's text. */
type Status = 'answered' | 'clarify' | 'no-answer' | 'out-of-scope' | 'small-talk' | 'error';

/** One message, read: the text is visible characters only, `forms` are its folded words in usual spelling. */
export interface Turn {
  readonly input: Input;
  readonly text: string;
  readonly forms: readonly string[];
  readonly language: Language;
  /** Others read along. */
  readonly isGroup: boolean;
  /** There is a team that answers what the folder does not hold. */
  readonly hasTeam: boolean;
  /** Something outlives the process: without a store there are no subscriptions. */
  readonly keepsRecords: boolean;
  /** The platform's id of this message, so that a person's answer can quote it later. */
  readonly quote?: string;
  readonly memory: Memory;
}

/** What an intent gives back. `memory` is what the conversation should remember from now on. */
export interface Outcome {
  readonly status: Status;
  readonly reason?: string;
  /** 0–1: how sure the assistant is that this is what was wanted. */
  readonly confidence: number;
  readonly reply: Reply;
  readonly memory: Memory;
  readonly effect?: Effect;
  readonly candidates?: readonly Candidate[];
}

/**
 * One thing that people want. `answer` returns nothing when the message is not for it; the first intent of
 * the table that returns something wins. `examples` must come back to their own intent through the table.
 */
export interface Intent {
  readonly name: string;
  readonly command?: CommandSpec;
  readonly examples: Readonly<Record<Language, readonly string[]>>;
  answer(turn: Turn, base: KnowledgeBase): Outcome | undefined;
}
