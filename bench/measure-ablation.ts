import { fork } from 'node:child_process';
import { once } from 'node:events';
import { ABLATIONS } from './ablations.ts';

/** What a process of its own is asked to measure. */
export interface AblationJob {
  /** Place in `ABLATIONS`. */
  readonly index: number;
  /** One question in so many is asked. */
  readonly step: number;
  readonly xquad?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What it found: percent of right answers first, percent of answers with the expected words, AUROC. */
export interface AblationResult {
  readonly own: { readonly first: number; readonly text: number; readonly abstention: number };
  readonly xquad:
    | { readonly clean: number; readonly typos: number; readonly abstention: readonly number[] }
    | undefined;
}

/** Measures each ablation in a process of its own, because the ranker reads its weights when it is loaded. */
export async function measureAblations(
  job: Omit<AblationJob, 'index'>,
  say: (message: string) => void,
): Promise<{ name: string; result: AblationResult }[]> {
  const results: { name: string; result: AblationResult }[] = [];
  for (const [index, { name }] of ABLATIONS.entries()) {
    say(`ablation ${index + 1}/${ABLATIONS.length}: ${name}`);
    results.push({ name, result: await run({ ...job, index }) });
  }
  return results;
}

async function run(job: AblationJob): Promise<AblationResult> {
  const child = fork(new URL('./ablation-run.ts', import.meta.url), [JSON.stringify(job)]);
  let result: AblationResult | undefined;
  child.on('message', (message) => {
    result = message as AblationResult;
  });
  const [code] = await once(child, 'exit');
  if (result === undefined)
    throw new Error(`The ablation ${job.index} ended with code ${code} and no result.`);
  return result;
}
