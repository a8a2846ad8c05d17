import { shown } from '../../knowledge/problem.ts';
import { checkTexts } from '../../texts/check.ts';
import type { ProblemText } from '../../texts/problems.ts';
import { type CheckedFolder, type Finding, finding, type Rule, type Severity } from '../finding.ts';

/** Warnings of the loader that would mislead a citizen or lose what was meant. */
const RAISED = new Set(['kind', 'date', 'url', 'empty', 'question']);
/** Has a rule of its own, which looks at more than what is served. */
const ELSEWHERE = new Set(['placeholder']);

/** What reading the folder found: files that are not served, with the reason, and bad front matter. */
export const loading: Rule = (checked) => [...problems(checked), ...skipped(checked)];

function problems(checked: CheckedFolder): Finding[] {
  return checked.folder.problems
    .filter(({ rule }) => !ELSEWHERE.has(rule))
    .map((problem) => {
      const severity: Severity = RAISED.has(problem.rule) ? 'error' : problem.severity;
      const line = problem.line ?? 1;
      const text = textAt(checked, problem.path, line);
      return finding(problem.rule, severity, { path: problem.path, line, text }, problem);
    });
}

function skipped(checked: CheckedFolder): Finding[] {
  return checked.folder.skipped.map(({ path, rule, message }) => {
    const texts: Readonly<Record<typeof rule, () => ProblemText>> = {
      draft: () => checkTexts.draft(),
      future: () => checkTexts.future(message),
      expired: () => checkTexts.expired(message),
      section: () => checkTexts.sectionOnly(message),
    };
    const severity: Severity = rule === 'future' || rule === 'expired' ? 'warning' : 'hint';
    const line = lineOfKey(checked, path, KEYS[rule]);
    return finding(rule, severity, { path, line, text: textAt(checked, path, line) }, texts[rule]());
  });
}

const KEYS = {
  draft: /^\s*(?:draft|borrador)\b/i,
  future: /^\s*(?:date|fecha|publishdate|pubdate|published)\b/i,
  expired: /^\s*(?:expirydate|unpublishdate)\b/i,
  section: /^$a/,
};

function lineOfKey(checked: CheckedFolder, path: string, key: RegExp): number {
  const lines = checked.raw.get(path)?.split(/\r\n?|\n/) ?? [];
  return Math.max(1, lines.findIndex((line) => key.test(line)) + 1);
}

/** The words of a line; nothing when the problem is of the whole file and the line is only its fence. */
function textAt(checked: CheckedFolder, path: string, line: number): string {
  const text = checked.raw.get(path)?.split(/\r\n?|\n/)[line - 1] ?? '';
  return /\p{L}/u.test(text) ? shown(text) : '';
}
