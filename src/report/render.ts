import type { Block, Inline, Reply } from '../messaging/index.ts';
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
  const blocks: Block[] = [
    { kind: 'paragraph', content: [{ kind: 'strong', text: reportTexts.digestTitle }] },
  ];
  const skipped: ReadonlySet<string> = new Set([reportTexts.groups.day, reportTexts.groups.language]);
  for (const [group, rows] of grouped(rowsOf(figures)))
    if (!skipped.has(group)) blocks.push(paragraph(group), listOf(rows));
  blocks.push(paragraph(reportTexts.suppressed));
  return { language: 'es', blocks, sources: [], suggestions: [] };
}

/** A cell that a spreadsheet takes as the text it is, never as a formula. */
export function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** A day in Bogotá, such as `2026-11-26`. */
export function dayOf(time: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Bogota' }).format(time);
}

function titleOf({ since, until }: Period): string {
  return reportTexts.title(dayOf(since), dayOf(new Date(until.getTime() - 1)));
}

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return groups;
}

function tableRow({ value, shown }: Row): string {
  return `| ${value.replace(/[\\|<[\]`*_]/g, '\\$&').replace(/\s+/g, ' ')} | ${shown} |`;
}

function listOf(rows: readonly Row[]): Block {
  const items = rows.map(({ value, shown }): Inline[] => [{ kind: 'text', text: `${value}: ${shown}` }]);
  return { kind: 'list', ordered: false, items };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', content: [{ kind: 'text', text }] };
}
