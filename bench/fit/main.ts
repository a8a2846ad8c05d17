import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { WEIGHTS } from '../../src/search/weights.ts';
import { bareFolder } from '../bare.ts';
import { auroc } from '../measures.ts';
import { readShipped } from '../shipped.ts';
import { readXquad, xquadTask } from '../xquad.ts';
import { type Asked, askGolden, askNone, askTask } from './contents.ts';
import { type Choice, dot, fitCases, fitChoices } from './regression.ts';
import { wholeFigures } from './whole.ts';

/**
 * Fits the weights of the ranker and of the confidence on every content together, each content counting the
 * same, and says what they bring on files and articles that they were not fitted on. It prints; whoever likes
 * what it says writes it into `weights.ts`.
 */
const { values: options } = parseArgs({ options: { xquad: { type: 'string' } } });
const FOLDS = 5;
/** The sum of the positive weights of the ranker: only their proportions matter. */
const SUM = 4;
/** Alternatives further down change nothing. */
const MOST_WRONG = 14;
/** Evidence against a passage; all the rest is evidence for it. */
const AGAINST = new Set(['otherLanguage', 'lacksType', 'uncounted', 'otherPlan', 'missingNames', 'unknown']);

type Feature = keyof typeof WEIGHTS.rank;
const FEATURES = Object.keys(WEIGHTS.rank) as Feature[];
type Signal = Exclude<keyof typeof WEIGHTS.confidence, 'bias'>;
const SIGNALS = Object.keys(WEIGHTS.confidence).filter((name): name is Signal => name !== 'bias');

const now = new Date();
const { task, abstention } = await readShipped(now);
const bare = bareFolder(task.folder);
const folders = [...askGolden('carpeta', task.folder, true), ...askGolden('sin encabezados', bare, false)];
const none = [
  ...askNone('carpeta', task.folder, abstention.unanswerable),
  ...askNone('sin encabezados', bare, abstention.unanswerable),
];
const languages = options.xquad === undefined ? [] : (['es', 'en'] as const);
const dir = resolve(process.env.INIT_CWD ?? '.', options.xquad ?? '');
const data = await Promise.all(languages.map((language) => readXquad(dir, language)));
const asked = [...folders, ...data.flatMap((each) => askTask(xquadTask(each, task.folder.synonyms)))];

fitRanker();
fitConfidence([...folders, ...none]);
const { dialogues: _, ...whole } = wholeFigures(bare, abstention.unanswerable, now);
console.log(
  `the whole assistant without headings: ${Object.entries(whole)
    .map(([name, value]) => `${name} ${value.toFixed(1)}`)
    .join(', ')}`,
);

function fitRanker(): void {
  const choices = asked.flatMap((one) => {
    const choice = choiceOf(one);
    return choice === undefined ? [] : [{ one, choice }];
  });
  const signs = FEATURES.map((name) => (AGAINST.has(name) ? -1 : 1));
  const today = FEATURES.map((name) => WEIGHTS.rank[name]);
  const fit = (kept: (one: Asked) => boolean, start: readonly number[]) =>
    fitChoices(
      choices.filter(({ one }) => kept(one)).map(({ choice }) => choice),
      signs,
      start,
    );
  const all = fit(
    () => true,
    today.map((weight) => 8 * weight),
  );
  const held = Array.from({ length: FOLDS }, (_, out) => fit((one) => foldOf(one) !== out, all));
  say('ranker, right first, today', (part) => rightFirst(part, () => today));
  say('ranker, right first, fitted on others', (part) =>
    rightFirst(part, (one) => held[foldOf(one)] ?? today),
  );
  const scale = SUM / all.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  print(
    FEATURES,
    all.map((weight) => weight * scale),
  );
}

/** The right candidates and the first wrong ones; those of which nobody knows stay out. */
function choiceOf({ result, content, labelOf }: Asked): Choice | undefined {
  const kept = result.candidates.flatMap((candidate, index) => {
    const right = labelOf(candidate);
    if (right === undefined || (!right && index >= MOST_WRONG)) return [];
    return [{ right, row: FEATURES.map((name) => candidate.features[name]) }];
  });
  const right = kept.map((each) => each.right);
  if (!right.includes(true) || !right.includes(false)) return undefined;
  return { rows: kept.map(({ row }) => row), right, weight: shareOf(content, asked) };
}

/** Percent whose first candidate is not known to be wrong. */
function rightFirst(part: readonly Asked[], weightsFor: (one: Asked) => readonly number[]): string {
  const right = part.filter((one) => {
    const weights = weightsFor(one);
    const scores = one.result.candidates.map(({ features }) =>
      dot(
        FEATURES.map((name) => features[name]),
        weights,
      ),
    );
    const best = one.result.candidates[scores.indexOf(Math.max(...scores))];
    return best !== undefined && one.labelOf(best) !== false;
  });
  return ((100 * right.length) / part.length).toFixed(1);
}

function fitConfidence(all: readonly Asked[]): void {
  const cases = all.flatMap((one) => {
    const { signals, candidates, confidence } = one.result;
    const best = candidates[0];
    if (signals === undefined || best === undefined) return [];
    const row = [...SIGNALS.map((name) => signals[name]), 1];
    const right = one.isAnswerable && one.labelOf(best) !== false;
    return [{ one, confidence, row, right, weight: shareOf(one.content, all) }];
  });
  const signs = [...SIGNALS.map((name) => (AGAINST.has(name) ? -1 : 1)), 0];
  const held = Array.from({ length: FOLDS }, (_, out) =>
    fitCases(
      cases.filter(({ one }) => foldOf(one) !== out),
      signs,
    ),
  );
  const area = (sure: (each: (typeof cases)[number]) => number, part: readonly Asked[]) => {
    const own = cases.filter(({ one }) => part.includes(one));
    return auroc(
      own.filter(({ right }) => right).map(sure),
      own.filter(({ right }) => !right).map(sure),
    ).toFixed(3);
  };
  say('confidence, AUROC, today', (part) => area(({ confidence }) => confidence, part), all);
  say(
    'confidence, AUROC, fitted on others',
    (part) => area(({ one, row }) => dot(row, held[foldOf(one)] ?? []), part),
    all,
  );
  print([...SIGNALS, 'bias'], fitCases(cases, signs));
}

function say(name: string, figure: (part: readonly Asked[]) => string, all: readonly Asked[] = asked): void {
  const contents = [...new Set(all.map(({ content }) => content))];
  const figures = contents.map(
    (content) => `${content} ${figure(all.filter((one) => one.content === content))}`,
  );
  console.log(`${name}: ${figures.join(', ')}`);
}

function print(names: readonly string[], weights: readonly number[]): void {
  console.log(`${names.map((name, at) => `${name}: ${(weights[at] ?? 0).toFixed(2)}`).join(', ')}\n`);
}

/** What one question counts, so that each content counts the same. */
function shareOf(content: string, all: readonly Asked[]): number {
  const contents = new Set(all.map((one) => one.content)).size;
  return 1 / (contents * all.filter((one) => one.content === content).length);
}

function foldOf({ group }: Asked): number {
  let hash = 7;
  for (const letter of group) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
}
