import { fold } from '../src/language/index.ts';
import type { Search, SearchResult } from '../src/search/index.ts';
import { ABLATIONS, type Ablation, applyPatch } from './ablations.ts';
import type { AblationJob, AblationResult } from './measure-ablation.ts';
import { auroc } from './measures.ts';
import { everyNth } from './quality.ts';
import { readShipped, type Shipped } from './shipped.ts';
import type { AbstentionTask, Question } from './task.ts';
import { withTypos } from './variants.ts';
import { readXquad, xquadAbstention, xquadTask } from './xquad.ts';

const FOLDS = 5;

const { index, step, xquad, now }: AblationJob = JSON.parse(process.argv[2] ?? '');
const ablation: Ablation = ABLATIONS[index] ?? { name: '' };
applyPatch(ablation.patch ?? {});
const { assignGoldenQuestions, createSearch, foldOf, listedQuestions } = await import(
  '../src/search/index.ts'
);

const shipped = await readShipped(new Date(now));
const result: AblationResult = { own: ownFigures(shipped), xquad: await xquadFigures(xquad, shipped) };
process.send?.(result);

/** No question is asked of an index that holds it: the golden questions are dealt into five folds. */
function ownFigures({ task, abstention }: Shipped): AblationResult['own'] {
  const { withoutThesaurus, withoutGoldenQuestions } = ablation;
  const folder = withoutThesaurus ? { ...task.folder, synonyms: [] } : task.folder;
  const searchWithout = (out: number | undefined) => {
    const questionsOf = assignGoldenQuestions(folder.passages, (question) => foldOf(question, FOLDS) !== out);
    return createSearch(folder, withoutGoldenQuestions ? () => [] : questionsOf);
  };
  const isAsked = new Set(everyNth(task.questions, step).map(({ text }) => text));
  const scored: { right: boolean; shown: boolean | undefined; confidence: number }[] = [];
  for (let out = 0; out < FOLDS; out++) {
    const search = searchWithout(out);
    for (const { text, answers } of listedQuestions(folder.documents)) {
      if (foldOf(text, FOLDS) !== out || !isAsked.has(text)) continue;
      const found = search.ask(text, 'es');
      const best = found.candidates[0]?.passage.document;
      const right = best !== undefined && answers.has(best);
      const expected = best !== undefined && right ? answers.get(best) : [...answers.values()][0];
      scored.push({
        right,
        shown: expected === undefined ? undefined : shownText(found).includes(fold(expected)),
        confidence: found.confidence,
      });
    }
  }
  const withText = scored.filter(({ shown }) => shown !== undefined);
  return {
    first: percent(scored, ({ right }) => right),
    text: percent(withText, ({ shown }) => shown === true),
    abstention: auroc(
      scored.map(({ confidence }) => confidence),
      confidences(searchWithout(undefined), abstention.unanswerable),
    ),
  };
}

async function xquadFigures(dir: string | undefined, { task }: Shipped): Promise<AblationResult['xquad']> {
  if (dir === undefined) return undefined;
  const data = await readXquad(dir, 'es');
  const synonyms = ablation.withoutThesaurus ? [] : task.folder.synonyms;
  const { folder, questions } = xquadTask(data, synonyms);
  const search = createSearch(folder);
  const asked = everyNth(questions, step);
  const first = (write: (text: string, number: number) => string) =>
    percent(asked, ({ text, gold, language }, number) => {
      const [best] = search.ask(write(text, number), language).candidates;
      return best !== undefined && gold.includes(best.passage.id);
    });
  return {
    clean: first((text) => text),
    typos: first((text, number) => withTypos(text, number)),
    abstention: xquadAbstention(data, synonyms).map((split) => abstentionOf(split)),
  };
}

function abstentionOf({ folder, answerable, unanswerable }: AbstentionTask): number {
  const search = createSearch(folder);
  return auroc(
    confidences(search, everyNth(answerable, step)),
    confidences(search, everyNth(unanswerable, step)),
  );
}

function confidences(search: Search, questions: readonly Question[]): number[] {
  return questions.map(({ text, language }) => search.ask(text, language).confidence);
}

/** What would be shown, with its heading. */
function shownText({ candidates: [best] }: SearchResult): string {
  if (best === undefined) return '';
  const { document, section } = best.passage;
  return fold([document.title, section.heading, ...best.units.map(({ text }) => text)].join(' '));
}

function percent<T>(items: readonly T[], test: (item: T, index: number) => boolean): number {
  return (100 * items.filter(test).length) / items.length;
}
