import { reportTexts } from '../texts/check.ts';
import type { Finding, Severity } from './finding.ts';

/** How findings can be written: for a person, for a program, for the annotations of GitHub Actions. */
export const FORMATS = ['text', 'json', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** What a report needs besides the findings. */
export interface ReportContext {
  /** How many files were read. */
  readonly files: number;
  /** A file's path as the person who reads the report would open it. */
  pathOf(path: string): string;
}

/**
 * The report, with a line end at its end. `json` is one array of `{file, line, rule, severity, text, message,
 * remedy}`; `text` and `github` end in a line that counts.
 */
export function formatFindings(findings: readonly Finding[], format: Format, context: ReportContext): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(
        findings.map(({ path, ...rest }) => ({ file: context.pathOf(path), ...rest })),
        null,
        2,
      )}\n`;
    case 'github':
      return `${[...findings.map((each) => annotation(each, context)), countLine(findings, context)].join('\n')}\n`;
    case 'text':
      return `${[...findings.map((each) => lines(each, context)), countLine(findings, context)].join('\n')}\n`;
  }
}

function countLine(findings: readonly Finding[], { files }: ReportContext): string {
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  return reportTexts.count(count('error'), count('warning'), count('hint'), files);
}

function lines(each: Finding, context: ReportContext): string {
  const { severity, line, remedy } = each;
  return `${context.pathOf(each.path)}:${line}: ${reportTexts.severities[severity]}: ${told(each)}\n    ${remedy}`;
}

/** The message, followed by the words it is about when it does not hold them itself. */
function told({ message, text }: Finding): string {
  return text === '' || message.includes(text) ? message : `${message} «${text}»`;
}

const COMMANDS = { error: 'error', warning: 'warning', hint: 'notice' } as const;

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function annotation(each: Finding, context: ReportContext): string {
  const { severity, rule, line, remedy } = each;
  const properties = `file=${property(context.pathOf(each.path))},line=${line},title=${property(rule)}`;
  return `::${COMMANDS[severity]} ${properties}::${data(`${told(each)} ${remedy}`)}`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
