import type { ProblemText } from '../texts/problems.ts';
import { oneLine } from './clean.ts';
import type { Problem } from './document.ts';

/** A problem that keeps something from being used. */
export function error(rule: string, text: ProblemText, path: string, line?: number): Problem {
  return { severity: 'error', rule, path, ...(line === undefined ? {} : { line }), ...text };
}

/** A problem that the rest of the file goes on without. */
export function warning(rule: string, text: ProblemText, path: string, line?: number): Problem {
  return { ...error(rule, text, path, line), severity: 'warning' };
}

const SHOWN = 60;

/** A value as it is named in a problem: 60 characters at most, lists and maps as «…». */
export function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return '…';
  const text = oneLine(String(value));
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}
