import type { KnowledgeFolder, Passage } from '../../src/knowledge/index.ts';
import type { Language } from '../../src/language/index.ts';

/** What a system says to a question: positions in `folder.passages`, best first, and how sure it is. */
interface Ranking {
  readonly positions: readonly number[];
  /** Higher is surer. `undefined` when the system gives no score at all. */
  readonly confidence: number | undefined;
}

/** An index of one folder. */
export interface Engine {
  ask(text: string, language: Language): Ranking;
}

/** A way to search that a user could pick. */
export interface System {
  readonly name: string;
  /** True when `confidence` is a raw score, which grows with the question; false when it is a probability. */
  readonly isRaw: boolean;
  /** True when it takes some 100 ms a question on 240 passages. */
  readonly isSlow: boolean;
  /** Indexes the passages, most of which are in `language`. */
  build(folder: KnowledgeFolder, language: Language): Engine;
}

/** Hits that a system is asked for, when it can be told; as many as ours hands to its ranker. */
export const HITS = 40;

/** A passage as the other systems get it. */
export interface Row {
  readonly id: number;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
}

export function rowsOf(passages: readonly Passage[]): Row[] {
  return passages.map((passage, id) => ({
    id,
    title: passage.document.title,
    heading: [...passage.section.trail, passage.section.heading].join(' '),
    text: textOf(passage),
  }));
}

export function textOf(passage: Passage): string {
  return passage.units.map((unit) => unit.text).join(' ');
}
