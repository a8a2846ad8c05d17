import type { Passage } from '../src/knowledge/index.ts';
import { words } from '../src/language/index.ts';
import { auroc } from './measures.ts';
import { type Effort, effortFor, everyNth } from './quality.ts';
import { type System, textOf } from './systems/index.ts';
import type { AbstentionTask, Question } from './task.ts';

/** How well a system tells the questions that it can answer from the others: 0.5 is chance, 1 is perfect. */
export interface Abstention {
  readonly system: string;
  /** By the confidence that it gives; `undefined` when it gives none. */
  readonly given: number | undefined;
  /** By its raw score divided by the idf mass of the question, which a user would have to do. */
  readonly perMass: number | undefined;
}

export function measureAbstention(task: AbstentionTask, system: System, effort: Effort): Abstention {
  const { step } = effortFor(system, effort);
  const engine = system.build(task.folder, task.language);
  const massOf = idfMass(task.folder.passages);
  const ask = (questions: readonly Question[]) =>
    everyNth(questions, step).flatMap(({ text, language }) => {
      const { confidence } = engine.ask(text, language);
      return confidence === undefined ? [] : [{ confidence, perMass: confidence / massOf(text) }];
    });
  const answerable = ask(task.answerable);
  const unanswerable = ask(task.unanswerable);
  const compare = (key: 'confidence' | 'perMass') =>
    auroc(
      answerable.map((each) => each[key]),
      unanswerable.map((each) => each[key]),
    );
  const isScored = answerable.length > 0;
  return {
    system: system.name,
    given: isScored ? compare('confidence') : undefined,
    perMass: isScored && system.isRaw ? compare('perMass') : undefined,
  };
}

/** Sum of Robertson's idf over the words of a text; a word that no passage holds counts as the rarest. */
function idfMass(passages: readonly Passage[]): (text: string) => number {
  const holders = new Map<string, number>();
  for (const passage of passages) {
    const { document, section } = passage;
    for (const form of formsOf(`${document.title} ${section.heading} ${textOf(passage)}`))
      holders.set(form, (holders.get(form) ?? 0) + 1);
  }
  return (text) => {
    let mass = 0;
    for (const form of formsOf(text)) {
      const count = holders.get(form) ?? 0;
      mass += Math.log(1 + (passages.length - count + 0.5) / (count + 0.5));
    }
    return Math.max(mass, Number.EPSILON);
  };
}

function formsOf(text: string): Set<string> {
  return new Set(words(text).map(({ form }) => form));
}
