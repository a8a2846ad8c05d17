import { keptTexts } from '../texts/watch.ts';
import type { Problem } from './document.ts';
import type { FileReading } from './read-document.ts';
import type { SynonymReading } from './synonyms.ts';

/**
 * The reading to go on with after a file was read again: a file that broke stays served as it was, with the
 * problems that it has now.
 */
export function keepLastGood(before: FileReading | undefined, now: FileReading): FileReading {
  if (now.status !== 'refused' || before?.status !== 'served') return now;
  return { ...before, problems: now.problems.map(kept) };
}

/** The same for a thesaurus: one that cannot be used at all leaves the groups that it had. */
export function keepLastGroups(before: SynonymReading, now: SynonymReading): SynonymReading {
  if (now.groups.length > 0 || now.problems.length === 0 || before.groups.length === 0) return now;
  return { groups: before.groups, problems: now.problems.map(kept) };
}

function kept(problem: Problem): Problem {
  return { ...problem, message: `${problem.message} ${keptTexts.lastGood}` };
}
