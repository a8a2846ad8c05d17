import type { Passage } from '../src/knowledge/index.ts';
import { type Cost, measureCost, ratioOf } from './cost.ts';
import { createRandom } from './random.ts';
import { type Stage, stageShares } from './stages.ts';
import { resized } from './synthetic.ts';
import { type Engine, miniSearch, ours, SYSTEMS } from './systems/index.ts';
import { costTable, ratioTable, stageTable } from './tables.ts';
import type { Task } from './task.ts';

const SEED = 1;

/** Times every system at each size, ours beside MiniSearch, and the stages of ours. */
export async function measureCosts(
  task: Task,
  others: readonly Passage[],
  sizes: readonly number[],
  say: (message: string) => void,
): Promise<{ cost: string; stages: string }> {
  const random = createRandom(SEED);
  const questions = task.questions
    .map((question) => ({ question, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ question }) => question);
  const sources = [...new Set([...task.folder.passages, ...others])];
  const costs: Cost[] = [];
  const ratios: { passages: number; ratio: number }[] = [];
  const shares: { passages: number; shares: Readonly<Record<Stage, number>> }[] = [];
  for (const size of sizes) {
    const folder = resized(task.folder, sources, size, SEED);
    const kept = new Map<string, Engine>();
    for (const system of SYSTEMS) {
      say(`${size} passages: ${system.name}`);
      const { cost, engine } = measureCost(folder, task.language, system, questions);
      costs.push(cost);
      if (system === ours || system === miniSearch) kept.set(system.name, engine);
    }
    say(`${size} passages: stages`);
    const [one, other] = [kept.get(ours.name), kept.get(miniSearch.name)];
    if (one === undefined || other === undefined) continue;
    ratios.push({ passages: size, ratio: ratioOf(one, other, questions) });
    shares.push({ passages: size, shares: await stageShares(one, questions) });
  }
  return { cost: `${costTable(costs)}\n\n${ratioTable(ratios)}`, stages: stageTable(shares) };
}
