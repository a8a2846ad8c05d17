import { parseArgs } from 'node:util';
import { costDrill } from './cost.ts';
import { killDrill } from './kill.ts';
import { lateDrill, outageDrill } from './outage.ts';
import { outboxDrill } from './outbox.ts';
import { type DrillPlace, postgresCluster, sqliteFile } from './places.ts';
import { replicasDrill } from './replicas.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', default: 'sqlite' },
    answers: { type: 'string', default: '500' },
    delay: { type: 'string', default: '0' },
    kills: { type: 'string', default: '200' },
    messages: { type: 'string', default: '3000' },
    questions: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '30' },
    turns: { type: 'string', default: '6' },
  },
});

const { kills, messages, questions, seconds } = values;
const effort = { kills: Number(kills), delay: Number(values.delay), isShort: false };
const onEngine = () => (values.engine === 'postgres' ? postgresCluster() : Promise.resolve(sqliteFile()));

/** The drills by name. */
const DRILLS: Readonly<Record<string, () => Promise<unknown>>> = {
  kill: () => at(onEngine(), (place) => killDrill(place, effort)),
  outbox: () => at(onEngine(), (place) => outboxDrill(place, Number(messages), effort)),
  replicas: () => at(postgresCluster(), (place) => replicasDrill(place, Number(questions))),
  outage: () => at(postgresCluster(), (cluster) => outageDrill(cluster, Number(seconds) * 1_000, 60)),
  late: () => at(postgresCluster(), (cluster) => lateDrill(cluster, Number(seconds) * 1_000, 60)),
  cost: () => costDrill(Number(values.runs), Number(values.turns), Number(values.answers)),
};

async function at<P extends DrillPlace, T>(made: Promise<P>, drill: (place: P) => Promise<T>): Promise<T> {
  const place = await made;
  try {
    return await drill(place);
  } finally {
    await place.remove();
  }
}

const drill = DRILLS[positionals[0] ?? ''];
if (drill === undefined) {
  console.error(
    `usage: npm run drill -- ${Object.keys(DRILLS).join('|')} [--engine sqlite|postgres] [--kills N] [--delay MS] …`,
  );
  process.exit(1);
}
console.log(await drill());
process.exit();
