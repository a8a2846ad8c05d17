import { Session } from 'node:inspector/promises';
import type { Engine } from './systems/index.ts';
import type { Question } from './task.ts';

/** The stages of an answer, in order, and the files of `src/search` where each begins. */
const STAGES = {
  read: ['question'],
  concepts: ['concepts'],
  propose: ['candidates'],
  rank: ['features', 'rank'],
  select: ['select'],
  confidence: ['signals', 'confidence'],
} as const satisfies Record<string, readonly string[]>;

export type Stage = keyof typeof STAGES | 'rest';
export const stages: readonly Stage[] = [...(Object.keys(STAGES) as (keyof typeof STAGES)[]), 'rest'];

/** Microseconds between samples. */
const INTERVAL = 200;
/** Milliseconds that are profiled. */
const SPAN = 2000;

interface Node {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly functionName: string };
  readonly children?: readonly number[] | undefined;
}

/**
 * Share of the time of an answer that each stage takes, by V8's sampling profiler: a sample belongs to the
 * innermost stage whose file stands on its stack.
 */
export async function stageShares(
  engine: Engine,
  questions: readonly Question[],
): Promise<Readonly<Record<Stage, number>>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  const end = performance.now() + SPAN;
  while (performance.now() < end) {
    for (const { text, language } of questions) {
      engine.ask(text, language);
      if (performance.now() > end) break;
    }
  }
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return sharesOf(profile.nodes, profile.samples ?? []);
}

function sharesOf(nodes: readonly Node[], samples: readonly number[]): Record<Stage, number> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const counts: Record<Stage, number> = {
    read: 0,
    concepts: 0,
    propose: 0,
    rank: 0,
    select: 0,
    confidence: 0,
    rest: 0,
  };
  let total = 0;
  for (const sample of samples) {
    const files = filesFrom(sample, parents, byId);
    if (!files.includes('search')) continue;
    total++;
    counts[files.map(stageOf).find((stage) => stage !== undefined) ?? 'rest']++;
  }
  if (total === 0) throw new Error('No sample fell in src/search: the profiler saw no answer being made.');
  for (const stage of stages) counts[stage] /= total;
  return counts;
}

/** The files of `src/search` on a stack, innermost first, without folder and extension. */
function filesFrom(
  sample: number,
  parents: ReadonlyMap<number, number>,
  byId: ReadonlyMap<number, Node>,
): string[] {
  const files: string[] = [];
  for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
    const file = /\/src\/search\/([\w-]+)\.ts$/.exec(byId.get(id)?.callFrame.url ?? '')?.[1];
    if (file !== undefined) files.push(file);
  }
  return files;
}

function stageOf(file: string): Stage | undefined {
  return stages.find((stage) => stage !== 'rest' && STAGES[stage].some((name) => name === file));
}
