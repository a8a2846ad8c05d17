import type { KnowledgeFolder } from '../src/knowledge/index.ts';
import type { Language } from '../src/language/index.ts';
import { mean, quantile } from './measures.ts';
import type { Engine, System } from './systems/index.ts';
import type { Question } from './task.ts';

/** What an index and its answers cost. */
export interface Cost {
  readonly system: string;
  readonly passages: number;
  readonly indexSeconds: number;
  readonly heapMegabytes: number;
  /** Milliseconds; `undefined` when a question would take too long to ask any. */
  readonly answers: { readonly mean: number; readonly median: number; readonly p99: number } | undefined;
  readonly asked: number;
}

/** Milliseconds for the timed questions of one system at one size. */
const BUDGET = 2500;
const FEWEST = 10;
const WARM_UP = 50;
/** A system that takes longer for a question than this, in milliseconds, is not asked more than once. */
const TOO_SLOW = 3000;

/** Times the index and then the questions, in order, until the budget is spent. */
export function measureCost(
  folder: KnowledgeFolder,
  language: Language,
  system: System,
  questions: readonly Question[],
): { cost: Cost; engine: Engine } {
  const before = heapUsed();
  const started = performance.now();
  const engine = system.build(folder, language);
  const indexSeconds = (performance.now() - started) / 1000;
  const heapMegabytes = (heapUsed() - before) / 2 ** 20;
  const [first] = questions;
  const isTooSlow = first !== undefined && timeOf(engine, first) > TOO_SLOW;
  const times = isTooSlow ? [] : timesOf(engine, questions);
  const answers =
    times.length === 0
      ? undefined
      : { mean: mean(times), median: quantile(times, 0.5), p99: quantile(times, 0.99) };
  return {
    cost: {
      system: system.name,
      passages: folder.passages.length,
      indexSeconds,
      heapMegabytes,
      answers,
      asked: times.length,
    },
    engine,
  };
}

/** How many times as long one engine takes for the same questions, asked of both in turn. */
export function ratioOf(one: Engine, other: Engine, questions: readonly Question[]): number {
  let ours = 0;
  let theirs = 0;
  for (const question of questions) {
    if (ours + theirs > BUDGET) break;
    ours += timeOf(one, question);
    theirs += timeOf(other, question);
  }
  return ours / theirs;
}

function timesOf(engine: Engine, questions: readonly Question[]): number[] {
  const warm = performance.now() + BUDGET / 5;
  for (const question of questions.slice(0, WARM_UP)) {
    if (performance.now() > warm) break;
    timeOf(engine, question);
  }
  const times: number[] = [];
  const end = performance.now() + BUDGET;
  for (const question of questions) {
    if (performance.now() > end && times.length >= FEWEST) break;
    times.push(timeOf(engine, question));
  }
  return times;
}

function timeOf(engine: Engine, { text, language }: Question): number {
  const started = performance.now();
  engine.ask(text, language);
  return performance.now() - started;
}

function heapUsed(): number {
  if (globalThis.gc === undefined)
    throw new Error('The heap cannot be measured: run node with --expose-gc, as `npm run bench` does.');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
