import type { KnowledgeFolder, Passage } from '../src/knowledge/index.ts';
import type { Language } from '../src/language/index.ts';

/** A question and where its answer stands. */
export interface Question {
  readonly text: string;
  readonly language: Language;
  /** What `Task.goldOf` gives for the passages that answer; empty when nothing answers. */
  readonly gold: readonly string[];
  /** What the question is about: questions of one group are not independent of each other. */
  readonly group: string;
}

/** Passages and the questions that are asked of them. */
export interface Task {
  readonly name: string;
  readonly language: Language;
  readonly folder: KnowledgeFolder;
  readonly questions: readonly Question[];
  /** What counts as the same answer: the passage, or its file. */
  goldOf(passage: Passage): string;
}

/** Questions that the indexed passages answer, and some that they do not. */
export interface AbstentionTask {
  readonly name: string;
  readonly language: Language;
  readonly folder: KnowledgeFolder;
  readonly answerable: readonly Question[];
  readonly unanswerable: readonly Question[];
}
