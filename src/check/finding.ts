import type { EvaluationReading, KnowledgeFolder } from '../knowledge/index.ts';
import type { ProblemText } from '../texts/problems.ts';
import type { Page } from './page.ts';

/** An error is wrong for a citizen and fails the check; a warning should be repaired; a hint is advice. */
export type Severity = 'error' | 'warning' | 'hint';

/** One thing to look at, in Spanish, for the person who keeps the files. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The words of the file that it is about, on one line. */
  readonly text: string;
  readonly message: string;
  readonly remedy: string;
}

/** A folder, read, with everything that the rules look at. */
export interface CheckedFolder {
  /** The Markdown files that are read, in the order of their paths. */
  readonly pages: readonly Page[];
  /** Every file of the folder, pictures and the like too. */
  readonly files: ReadonlySet<string>;
  readonly folder: KnowledgeFolder;
  /** `evaluacion.yml`, read; undefined without the file. */
  readonly evaluation: EvaluationReading | undefined;
  /** Texts by path, as they are stored: the pages and the YAML files. */
  readonly raw: ReadonlyMap<string, string>;
  /** ISO day in Bogotá. */
  readonly today: string;
}

/** One rule: what it finds in a folder, in any order. Pure. */
export type Rule = (checked: CheckedFolder) => readonly Finding[];

/** Where a finding is and which words it is about. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** Puts a finding together. */
export function finding(rule: string, severity: Severity, place: Place, problem: ProblemText): Finding {
  const { path, line, text } = place;
  return { rule, severity, path, line, text, message: problem.message, remedy: problem.remedy };
}
