import type { Abstention } from './abstention.ts';
import type { Cost } from './cost.ts';
import type { AblationResult } from './measure-ablation.ts';
import type { Figures } from './measures.ts';
import type { Quality } from './quality.ts';
import { type Stage, stages } from './stages.ts';
import type { Throughput } from './throughput/closed-loop.ts';

/** A Markdown table, padded as the formatter pads it; every column but the first is aligned to the right. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headers.map((_, column) =>
    Math.max(3, ...[headers, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const padded = (cells: readonly string[]) =>
    line(
      widths.map((width, column) => {
        const cell = cells[column] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      }),
    );
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [padded(headers), line(rule), ...rows.map(padded)].join('\n');
}

const NONE = '—';

function trio({ first, three, mrr }: Figures): string {
  return [first, three, mrr].map((value) => value.toFixed(1)).join(' / ');
}

/** One table a task: Recall@1 / Recall@3 / MRR@10, in percent. */
export function qualityTable(name: string, unit: string, rows: readonly Quality[]): string {
  const headers = ['', 'preguntas', 'tal cual', 'R@1, IC 95 %', 'sin tildes', 'con dos errores'];
  const body = rows.map(({ system, asked, clean, range, unaccented, typos }) => [
    system,
    String(asked),
    trio(clean),
    range.map((value) => value.toFixed(1)).join('–'),
    trio(unaccented),
    trio(typos),
  ]);
  return `**${name}** (${unit})\n\n${table(headers, body)}`;
}

/** AUROC of each task, as given and divided by the question's idf mass. */
export function abstentionTable(tasks: readonly { name: string; rows: readonly Abstention[] }[]): string {
  const systems = tasks[0]?.rows.map(({ system }) => system) ?? [];
  const body = systems.map((system, index) => [
    system,
    ...tasks.map(({ rows }) => {
      const row = rows[index];
      const values = [row?.given, row?.perMass].filter((value) => value !== undefined);
      return values.length === 0 ? NONE : values.map((value) => value.toFixed(3)).join(' / ');
    }),
  ]);
  return table(['', ...tasks.map(({ name }) => name)], body);
}

/** One row a system and size. */
export function costTable(costs: readonly Cost[]): string {
  const headers = ['', 'pasajes', 'indexar, s', 'memoria, MB', 'preguntas/s', 'p50, ms', 'p99, ms', 'n'];
  const body = costs.map(({ system, passages, indexSeconds, heapMegabytes, answers, asked }) => [
    system,
    thousands(passages),
    indexSeconds.toFixed(2),
    heapMegabytes.toFixed(1),
    ...(answers === undefined
      ? [NONE, NONE, NONE]
      : [short(1000 / answers.mean), short(answers.median), short(answers.p99)]),
    String(asked),
  ]);
  return table(headers, body);
}

/** Time of ours divided by that of MiniSearch as it comes. */
export function ratioTable(ratios: readonly { passages: number; ratio: number }[]): string {
  return table(
    ['', ...ratios.map(({ passages }) => `${thousands(passages)} pasajes`)],
    [['AGA ÷ MiniSearch', ...ratios.map(({ ratio }) => ratio.toFixed(2))]],
  );
}

const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  read: 'leer la pregunta',
  concepts: 'ideas, sinónimos y corrector',
  propose: 'proponer pasajes (MiniSearch)',
  rank: 'ordenar',
  select: 'elegir oraciones',
  confidence: 'confianza',
  rest: 'lo demás',
};

/** Share of each stage of an answer, one column a size. */
export function stageTable(
  sizes: readonly { passages: number; shares: Readonly<Record<Stage, number>> }[],
): string {
  const body = stages.map((stage) => [
    STAGE_NAMES[stage],
    ...sizes.map(({ shares }) => `${(100 * shares[stage]).toFixed(1)} %`),
  ]);
  return table(['', ...sizes.map(({ passages }) => `${thousands(passages)} pasajes`)], body);
}

/** Each value with its difference from the first row. */
export function ablationTable(rows: readonly { name: string; result: AblationResult }[]): string {
  const [first] = rows;
  const headers = ['', 'carpeta R@1', 'carpeta, texto', 'carpeta AUROC'];
  if (first?.result.xquad !== undefined)
    headers.push('XQuAD es R@1', 'con dos errores', 'AUROC otro tema', 'AUROC mismo tema');
  const base = first === undefined ? [] : valuesOf(first.result);
  const body = rows.map(({ name, result }) => [
    name,
    ...valuesOf(result).map(({ value, digits }, column) => {
      const difference = value - (base[column]?.value ?? value);
      if (result === first?.result) return value.toFixed(digits);
      return `${value.toFixed(digits)} (${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(digits)})`;
    }),
  ]);
  return table(headers, body);
}

function valuesOf({ own, xquad }: AblationResult): { value: number; digits: number }[] {
  const percents = (...values: readonly number[]) => values.map((value) => ({ value, digits: 1 }));
  const areas = (...values: readonly number[]) => values.map((value) => ({ value, digits: 3 }));
  return [
    ...percents(own.first, own.text),
    ...areas(own.abstention),
    ...(xquad === undefined ? [] : [...percents(xquad.clean, xquad.typos), ...areas(...xquad.abstention)]),
  ];
}

/** What people saw of a bot, and what an answer cost: milliseconds of processor, the bot's and the platform's. */
export interface Run extends Throughput {
  readonly bot: number;
  readonly platform: number;
}

/** One row a bot; below, the answers of ours divided by those of the echo. */
export function throughputTable(
  rows: readonly (Run & { readonly name: string })[],
  ratios: readonly { readonly name: string; readonly ratio: number }[],
): string {
  const body = rows.map(({ name, perSecond, median, p99, answers, bot, platform }) => [
    name,
    perSecond.toFixed(1),
    short(median),
    short(p99),
    thousands(answers),
    Number.isNaN(bot) ? NONE : bot.toFixed(2),
    platform.toFixed(2),
  ]);
  const quotients = [['AGA ÷ eco', ...ratios.map(({ ratio }) => ratio.toFixed(2))]];
  return [
    table(['', 'respuestas/s', 'p50, ms', 'p99, ms', 'n', 'procesador, ms', 'del servidor, ms'], body),
    table(['', ...ratios.map(({ name }) => name)], quotients),
  ].join('\n\n');
}

/** Three figures, more or less. */
function short(value: number): string {
  return value >= 100 ? thousands(Math.round(value)) : value.toPrecision(3);
}

/** Thousands apart by a space that does not break. */
function thousands(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '\u00A0');
}
