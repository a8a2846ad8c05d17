import { isPlace, isStopWord, isWeakWord, planNumbersIn, stem, type Word, words } from '../language/index.ts';
import { plansOf } from '../search/index.ts';
import type { Turn } from './intent.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

/** «¿y el cuarto?», «y en Cali?», «what about gender?» */
const CONTINUES = /^(y|and|pero|entonces|e|o sea|what about|how about|que hay de|que pasa con|que tal)\b/;
/** Words that stand for something said before. */
const REFERS =
  /^(lo|la|los|las|le|les|el|ella|ellos|ellas|eso|esa|ese|esos|esas|esto|este|esta|estos|estas|ahi|alli|alla|su|sus|mismo|misma|it|its|they|them|their|that|those|this|these|he|she|there)$/;
const ASKING =
  /^(que|quien|quienes|cual|cuales|cuando|cuanto|cuanta|cuantos|cuantas|donde|como|who|what|when|where|which|how|why)$/;
/** A follow-up has few words of its own. */
const MOST_CONTENT = 4;
/** «¿cuántos compromisos tuvo?» asks of the plan that was spoken of. */
const COUNTED_ALONE = { es: 'compromisos', en: 'commitments' } as const;
/** Most words of the last question that are tried without. */
const MOST_EXCHANGED = 5;

/**
 * Ways to make a question that leans on the conversation stand alone; none when it doesn't lean, or when there
 * is nothing to lean on. «¿y el cuarto?» keeps the last question with the plan exchanged; «¿quién lo
 * coordinó?» keeps its own words and names the topic.
 */
export function standAlone(turn: Turn, base: KnowledgeBase): string[] {
  const { question } = turn.memory;
  if (question === undefined) return [];
  const own = words(turn.text);
  const content = own.filter(
    (word) => !isStopWord(word.form, turn.language) && !/^(plan|desafio|challenge)$/.test(word.form),
  );
  if (content.length > MOST_CONTENT) return [];
  const text = own.map((word) => word.form).join(' ');
  const asks = own.some((word) => ASKING.test(word.form));
  const continues = CONTINUES.test(text);
  if (continues && !asks) return exchanges(question, own, content, turn, base);
  const refers = own.some((word, index) => index > 0 && REFERS.test(word.form) && !isArticle(own, index));
  const bare = asks && content.length === 1 && content[0]?.form === COUNTED_ALONE[turn.language];
  if (!refers && !continues && !bare && content.length > 0) return [];
  if (planNumbersIn(own).length > 0 || content.some((word) => isPlace(word.form))) return [];
  return withTopic(turn, base);
}

/** The words of a short question with the topic of the conversation added. */
export function withTopic(turn: Turn, base: KnowledgeBase): string[] {
  const topic = topicText(turn, base);
  if (topic === undefined) return [];
  const own = words(turn.text);
  const content = own.filter((word) => !isStopWord(word.form, turn.language));
  return content.length > MOST_CONTENT || planNumbersIn(own).length > 0 ? [] : [`${turn.text} ${topic}`];
}

/** «el», and «la» before a noun, are articles; «la» before a verb («la fundaron») refers, and so does «él». */
function isArticle(own: readonly Word[], index: number): boolean {
  const word = own[index];
  const next = own[index + 1];
  if (
    word === undefined ||
    !/^(el|la|los|las|este|esta|estos|estas|ese|esa|that|this|these|those)$/.test(word.form)
  )
    return false;
  if (next === undefined || word.raw.toLowerCase() === 'él') return false;
  return (
    !/^(la|los|las)$/.test(word.form) ||
    !/(ó|aron|ieron|aba|aban|ía|ían|ia|ian)$/.test(next.raw.toLowerCase())
  );
}

/** The plan that the last answer was about, else the title of its document. */
function topicText(turn: Turn, base: KnowledgeBase): string | undefined {
  const { topic, question = '' } = turn.memory;
  const asked = planNumbersIn(words(question));
  if (asked.length === 1) return `plan ${asked[0]}`;
  const document = topic === undefined ? undefined : base.document(topic.path);
  if (document === undefined || topic === undefined) return undefined;
  const section = document.sections.find((candidate) => candidate.anchor === topic.anchor);
  const plans = section === undefined ? document.plans : plansOf({ id: '', document, section, units: [] });
  if (plans.length === 1 && document.kind !== 'publicacion') return `plan ${plans[0]}`;
  return document.kind === 'glosario' ? section?.heading : document.title;
}

/**
 * The last question with other words: those of the same class exchanged when there are any (a plan, a year, a
 * place, the name of a sibling document); else each of its content words in turn, all of them, or none.
 */
function exchanges(
  question: string,
  own: readonly Word[],
  content: readonly Word[],
  turn: Turn,
  base: KnowledgeBase,
): string[] {
  const before = words(question);
  const added = content.map((word) => word.raw);
  const without = (drop: (word: Word) => boolean) =>
    before.filter((word) => !drop(word)).map((word) => word.raw);
  const numbers = own.filter((word) => word.form.startsWith('#') || /^\d$/.test(word.form));
  if (numbers.length > 0 && planNumbersIn(before).length > 0) {
    const others = content.filter((word) => !numbers.includes(word)).map((word) => word.raw);
    const plans = numbers.map((word) => `plan ${word.form.replace('#', '')}`);
    return [[...without((word) => word.form.startsWith('#')), ...others, ...plans].join(' ')];
  }
  const same = new Set([
    ...before.filter((word) => sameClass(word, content)).map((word) => word.form),
    ...titleWordsReplaced(before, content, turn, base),
  ]);
  if (same.size > 0) return [[...without((word) => same.has(word.form)), ...added].join(' ')];
  const topical = before.filter(
    (word) =>
      !isStopWord(word.form, turn.language) &&
      !isWeakWord(word.form, turn.language) &&
      !word.form.startsWith('#') &&
      word.form !== 'plan',
  );
  const each = topical.slice(0, MOST_EXCHANGED).map((dropped) => without((word) => word === dropped));
  return [without(() => false), without((word) => topical.includes(word)), ...each].map((kept) =>
    [...kept, ...added].join(' '),
  );
}

function sameClass(word: Word, content: readonly Word[]): boolean {
  const isYear = (form: string) => /^(19|20)\d\d$/.test(form);
  if (isYear(word.form)) return content.some((other) => isYear(other.form));
  return isPlace(word.form) && content.some((other) => isPlace(other.form));
}

/**
 * «háblame del desafío de justicia» → «¿y el de género?»: when the new words name another document of the
 * same kind as the last answer's, the words of the last document's title go.
 */
function titleWordsReplaced(
  before: readonly Word[],
  content: readonly Word[],
  turn: Turn,
  base: KnowledgeBase,
): string[] {
  const { topic } = turn.memory;
  const last = topic === undefined ? undefined : base.document(topic.path);
  if (last === undefined) return [];
  const stemsOf = (title: string) => new Set(words(title).map((word) => stem(word.form, 'es')));
  const wanted = content.map((word) => stem(word.form, 'es'));
  const sibling = base
    .ofKind(last.kind)
    .some((document) => document !== last && wanted.some((part) => stemsOf(document.title).has(part)));
  if (!sibling) return [];
  const old = stemsOf(last.title);
  return before
    .filter((word) => !isStopWord(word.form, turn.language) && old.has(stem(word.form, 'es')))
    .map((word) => word.form);
}
