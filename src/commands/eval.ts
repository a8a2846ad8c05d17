import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { z } from 'zod';
import { KnowledgeError } from '../errors.ts';
import type { KnowledgeFolder } from '../knowledge/document.ts';
import { parseEvaluation } from '../knowledge/index.ts';
import { evalTexts } from '../texts/commands.ts';
import { type Figures, figuresOf, readFloors, underFloors } from './eval-figures.ts';
import { runEvaluation, type Scored } from './eval-run.ts';

/**
 * Measures a folder with its own questions. 1 when a figure is under its floor in `pisos.yml`, or when an answer
 * agreed on in `respuestas.json` is lost or comes from another place; `accept` agrees on today's.
 */
export async function evaluate(
  folder: KnowledgeFolder,
  dir: string,
  output: Writable,
  options: { readonly verbose?: boolean; readonly accept?: boolean } = {},
): Promise<number> {
  const say = (line: string) => output.write(`${line}\n`);
  const path = join(dir, 'evaluacion.yml');
  const { evaluation, problems } = parseEvaluation(
    existsSync(path) ? await readFile(path, 'utf8') : '',
    'evaluacion.yml',
  );
  for (const problem of problems)
    say(evalTexts.problem(problem.path, problem.line ?? 0, problem.message, problem.remedy));
  const started = performance.now();
  const scored = runEvaluation(folder, evaluation, new Date());
  const figures = figuresOf(scored);
  say(evalTexts.took(scored.length, (performance.now() - started) / 1000));
  for (const line of tables(scored, figures)) say(line);
  if (options.verbose === true) for (const line of failures(scored)) say(line);
  const right = rightAnswers(scored);
  const agreedPath = join(dir, 'respuestas.json');
  if (options.accept === true)
    await writeFile(
      agreedPath,
      `${JSON.stringify(right, undefined, 2)}
`,
    );
  const { lost, gained } = await changesSince(agreedPath, right);
  if (lost.length + gained.length > 0)
    for (const line of ['', evalTexts.changed, ...lost, ...gained]) say(line);
  const floors = await readFloors(join(dir, 'pisos.yml'));
  const under = underFloors(figures, floors);
  for (const { figure, value, floor } of under) say(evalTexts.under(evalTexts.figures[figure], value, floor));
  return under.length > 0 || lost.length > 0 || problems.some((problem) => problem.severity === 'error')
    ? 1
    : 0;
}

function tables(scored: readonly Scored[], figures: Figures): string[] {
  const { figures: names } = evalTexts;
  const lines = Object.entries(figures).map(
    ([key, value]) => `  ${names[key as keyof Figures].padEnd(44)} ${value.toFixed(1)} %`,
  );
  const registers = [...new Set(scored.map((one) => one.register))].map((register) => {
    const part = scored.filter((one) => one.register === register);
    const right = part.filter((one) => (one.gold.length === 0 ? one.declined : one.sourceFirst)).length;
    return `  ${register.padEnd(16)} ${String(part.length).padStart(4)}   ${((100 * right) / part.length).toFixed(1)} %`;
  });
  const files = [...new Set(scored.flatMap((one) => one.gold))].sort().map((file) => {
    const part = scored.filter((one) => one.gold.includes(file));
    const right = part.filter((one) => one.sourceFirst).length;
    return `  ${file.padEnd(64)} ${String(right).padStart(3)}/${part.length}`;
  });
  const curve = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((threshold) => {
    const asked = scored.filter((one) => one.result.intent === 'ask');
    const kept = asked.filter((one) => one.result.confidence >= threshold);
    const wrong = kept.filter((one) => one.gold.length === 0 || !one.sourceFirst).length;
    const coverage = (100 * kept.length) / Math.max(1, asked.length);
    return `  ${threshold.toFixed(1)}   ${coverage.toFixed(1).padStart(5)} %   ${((100 * wrong) / Math.max(1, kept.length)).toFixed(1).padStart(5)} %`;
  });
  return [
    '',
    ...lines,
    '',
    evalTexts.byRegister,
    ...registers,
    '',
    evalTexts.byFile,
    ...files,
    '',
    evalTexts.curve,
    ...curve,
  ];
}

function failures(scored: readonly Scored[]): string[] {
  return scored
    .filter((one) => (one.gold.length === 0 ? !one.declined : !one.sourceFirst || !one.textPresent))
    .map((one) => {
      const { result } = one;
      const got = result.reply.sources[0];
      return `- [${one.register}] ${one.question}\n    ${one.gold.length === 0 ? '—' : one.gold.join(', ')} (${one.expected ?? ''}) ← ${result.intent} ${result.status} ${result.confidence.toFixed(2)} ${got?.path ?? ''}#${got?.anchor ?? ''}${one.sourceFirst ? ' (texto)' : ''}`;
    });
}

const agreedSchema = z.record(z.string(), z.string());

/** Right answers by question: the place they came from. What is written and agreed on is in `respuestas.json`. */
type Agreed = Readonly<z.output<typeof agreedSchema>>;

function rightAnswers(scored: readonly Scored[]): Agreed {
  const right = scored.filter((one) => one.gold.length > 0 && one.register !== 'diálogo' && one.sourceFirst);
  return Object.fromEntries(
    right.map(({ question, result }) => {
      const source = result.reply.sources[0];
      return [question, `${source?.path ?? ''}#${source?.anchor ?? ''}`];
    }),
  );
}

/** The agreed answers of a folder, none without the file. One that is not as it must be is a `KnowledgeError`. */
async function readAgreed(path: string): Promise<Agreed> {
  if (!existsSync(path)) return {};
  try {
    return agreedSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw new KnowledgeError(evalTexts.badAgreed(path));
  }
}

/** The agreed answers that are lost or come from elsewhere, and the new right ones. */
async function changesSince(path: string, right: Agreed): Promise<{ lost: string[]; gained: string[] }> {
  const agreed = await readAgreed(path);
  const lost = Object.entries(agreed).filter(([question, place]) => right[question] !== place);
  const gained = Object.keys(right).filter((question) => agreed[question] === undefined);
  return {
    lost: lost.map(
      ([question, place]) => `  - ${question}\n      ${place} → ${right[question] ?? evalTexts.nowhere}`,
    ),
    gained: gained.map((question) => `  + ${question}`),
  };
}
