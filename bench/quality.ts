import { type Figures, figuresOf, interval, mean, rankOf } from './measures.ts';
import type { Engine, System } from './systems/index.ts';
import type { Question, Task } from './task.ts';
import { unaccented, withTypos } from './variants.ts';

/** How often a system finds the answer, by how the question is written. */
export interface Quality {
  readonly system: string;
  /** Questions asked of each kind. */
  readonly asked: number;
  readonly clean: Figures;
  /** 95 % interval of `clean.first`. */
  readonly range: readonly [number, number];
  readonly unaccented: Figures;
  /** Mean over the seeds. */
  readonly typos: Figures;
}

/** How many questions are asked: one in `step`, with typos of each of the seeds. */
export interface Effort {
  readonly step: number;
  readonly seeds: readonly number[];
}

export function measureQuality(task: Task, system: System, effort: Effort): Quality {
  const { step, seeds } = effortFor(system, effort);
  const questions = everyNth(task.questions, step);
  const engine = system.build(task.folder, task.language);
  const clean = ranksOf(task, engine, questions, (text) => text);
  const typos = seeds.map((seed) =>
    figuresOf(ranksOf(task, engine, questions, (text, index) => withTypos(text, seed * 100_003 + index))),
  );
  return {
    system: system.name,
    asked: questions.length,
    clean: figuresOf(clean),
    range: interval(questions.map(({ group }, index) => ({ group, right: clean[index] === 1 }))),
    unaccented: figuresOf(ranksOf(task, engine, questions, unaccented)),
    typos: {
      first: mean(typos.map(({ first }) => first)),
      three: mean(typos.map(({ three }) => three)),
      mrr: mean(typos.map(({ mrr }) => mrr)),
    },
  };
}

/** Questions asked of a slow system, one in so many. */
const SLOW_STEP = 12;

/** A slow system gets fewer questions and one seed, or a run would take most of an hour. */
export function effortFor(system: System, effort: Effort): Effort {
  return system.isSlow ? { step: Math.max(SLOW_STEP, effort.step), seeds: effort.seeds.slice(0, 1) } : effort;
}

export function everyNth<T>(items: readonly T[], step: number): T[] {
  return items.filter((_, index) => index % step === 0);
}

function ranksOf(
  task: Task,
  engine: Engine,
  questions: readonly Question[],
  write: (text: string, index: number) => string,
): number[] {
  return questions.map(({ text, language, gold }, index) => {
    const { positions } = engine.ask(write(text, index), language);
    const found = positions.flatMap((position) => {
      const passage = task.folder.passages[position];
      return passage === undefined ? [] : [task.goldOf(passage)];
    });
    return rankOf(gold, found);
  });
}
