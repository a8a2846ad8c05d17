import { bogotaDay } from '../bogota-day.ts';
import { list, paragraph, type Reply, say } from '../messaging/index.ts';
import { reportTexts } from '../texts/report.ts';
import type { Figures, Period } from './figures.ts';
import { type Row, rowsOf } from './rows.ts';

/** A report in Markdown, one table a group. */
export function reportMarkdown(figures: Figures): string {
  const lines = [`# ${titleOf(figures.period)}`, '', reportTexts.suppressed, reportTexts.texts];
  if (figures.asked === 0) lines.push('', reportTexts.nothing);
  for (const [group, rows] of grouped(rowsOf(figures)))
    lines.push('', `## ${group}`, '', '| | |', '| --- | ---: |', ...rows.map(tableRow));
  return `${lines.join('\n')}\n`;
}

/** A report as CSV (RFC 4180), one figure a line. */
export function reportCsv(figures: Figures): string {
  const lines = rowsOf(figures).map(({ group, value, shown }) =>
    [group, value, shown].map(csvCell).join(','),
  );
  return `${[reportTexts.csvHeader, ...lines].join('\r\n')}\r\n`;
}

/** A report as the team reads it every day in its room. */
export function digestReply(figures: Figures): Reply {
  const blocks = [paragraph({ kind: 'strong', text: reportTexts.digestTitle })];
  const skipped: ReadonlySet<string> = new Set([reportTexts.groups.day, reportTexts.groups.language]);
  for (const [group, rows] of grouped(rowsOf(figures)))
    if (!skipped.has(group))
      blocks.push(paragraph(group), list(rows.map(({ value, shown }) => `${value}: ${shown}`)));
  return say('es', [...blocks, reportTexts.suppressed]);
}

/** A cell that a spreadsheet takes as the text it is, never as a formula. */
export function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function titleOf({ since, until }: Period): string {
  return reportTexts.title(bogotaDay(since), bogotaDay(new Date(until.getTime() - 1)));
}

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return groups;
}

function tableRow({ value, shown }: Row): string {
  return `| ${value.replace(/[\\|<[\]`*_]/g, '\\$&').replace(/\s+/g, ' ')} | ${shown} |`;
}
