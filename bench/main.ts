import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAbstention } from './abstention.ts';
import { measureAblations } from './measure-ablation.ts';
import { measureCosts } from './measure-costs.ts';
import { type Effort, measureQuality } from './quality.ts';
import { type Report, writeReport } from './report.ts';
import { readShipped, type Shipped } from './shipped.ts';
import { SYSTEMS } from './systems/index.ts';
import { ablationTable, abstentionTable, qualityTable } from './tables.ts';
import type { AbstentionTask, Task } from './task.ts';
import { readXquad, xquadAbstention, xquadTask } from './xquad.ts';

const README = new URL('README.md', import.meta.url);

const { values: options } = parseArgs({
  options: {
    /** Folder that holds `xquad.es.dev.json` and `xquad.en.dev.json`. */
    xquad: { type: 'string' },
    /** Each part of the search switched off in turn, instead of the comparison. */
    ablation: { type: 'boolean', default: false },
    /** Few questions and small sizes, to see that it works; the README stays as it is. */
    quick: { type: 'boolean', default: false },
  },
});
const started = performance.now();
const now = new Date();
const xquadDir =
  options.xquad === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', options.xquad);
const effort: Effort = options.quick ? { step: 10, seeds: [1] } : { step: 1, seeds: [1, 2, 3, 4, 5] };

const report = options.ablation ? await ablation() : await comparison();
for (const [name, text] of Object.entries(report)) console.log(`\n## ${name}\n\n${text}`);
if (!options.quick) await writeReport(README, report);
say('done');

async function ablation(): Promise<Report> {
  const job = {
    step: effort.step,
    now: now.getTime(),
    ...(xquadDir === undefined ? {} : { xquad: xquadDir }),
  };
  return { ablacion: dated(ablationTable(await measureAblations(job, say))) };
}

async function comparison(): Promise<Report> {
  const shipped = await readShipped(now);
  const { tasks, splits } = await everyTask(shipped);
  const qualities = tasks.map((task) => {
    const rows = SYSTEMS.map((system) => {
      say(`${task.name}: ${system.name}`);
      return measureQuality(task, system, effort);
    });
    return qualityTable(task.name, `${task.folder.passages.length} pasajes`, rows);
  });
  const abstentions = splits.map((split) => {
    const rows = SYSTEMS.map((system) => {
      say(`${split.name}: ${system.name}`);
      return measureAbstention(split, system, effort);
    });
    return { name: split.name, rows };
  });
  const base = tasks.find(({ name }) => name === 'XQuAD es') ?? shipped.task;
  const sizes = options.quick ? [240, 2000] : [240, 2000, 20_000];
  const costs = await measureCosts(base, shipped.task.folder.passages, sizes, say);
  return {
    calidad: dated(qualities.join('\n\n')),
    abstencion: dated(abstentionTable(abstentions)),
    costo: dated(costs.cost),
    etapas: dated(costs.stages),
  };
}

async function everyTask({
  task,
  abstention,
}: Shipped): Promise<{ tasks: Task[]; splits: AbstentionTask[] }> {
  const { synonyms } = task.folder;
  const tasks = [task];
  const splits = [abstention];
  for (const language of ['es', 'en'] as const) {
    if (xquadDir === undefined) continue;
    const data = await readXquad(xquadDir, language);
    tasks.push(xquadTask(data, synonyms));
    splits.push(...xquadAbstention(data, synonyms));
  }
  return { tasks, splits };
}

/** A table with the command, the version and the day that made it. */
function dated(table: string): string {
  const flags = [
    options.ablation ? ' --ablation' : '',
    options.quick ? ' --quick' : '',
    options.xquad === undefined ? '' : ' --xquad CARPETA',
  ].join('');
  const command = `npm run bench${flags === '' ? '' : ` --${flags}`}`;
  return `\`${command}\`, Node ${process.versions.node}, ${now.toISOString().slice(0, 10)}\n\n${table}`;
}

function say(message: string): void {
  process.stderr.write(`[${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s] ${message}\n`);
}
