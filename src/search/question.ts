import {
  detectLanguage,
  expandChat,
  isStopWord,
  isWeakWord,
  type Language,
  planNumbersIn,
  stopWords,
  type Word,
  words,
} from '../language/index.ts';
import { type AnswerType, answerTypeOf } from './answer-type.ts';
import type { WeightedWord } from './concepts.ts';
import { withoutFrames } from './frames.ts';
import { createSpeller, type Speller } from './speller.ts';

/** A question, read: which words carry it, what it asks for, and what it names. */
export interface Question {
  readonly language: Language;
  readonly words: readonly WeightedWord[];
  readonly type: AnswerType;
  /** The folded noun that «cuántos» counts. */
  readonly counted: string | undefined;
  /** Plans that it names. */
  readonly plans: readonly number[];
}

/** Past this many words the rest of a message is not read: no question needs more. */
const MOST_WORDS = 400;
/** From this many words on a message is taken for talk with a question in it. */
const LONG = 20;
/** What the words around the question count in a long message. */
const ASIDE = 0.1;
/** Most readings of one message, so that the time stays bounded. */
const MOST_READINGS = 6;

const INTERROGATIVE =
  /^(que|quien|quienes|cual|cuales|cuando|cuanto|cuanta|cuantos|cuantas|donde|adonde|como|si|porque|what|who|when|where|which|how|why|whose|whether)$/;

/**
 * Reads a message as one or more questions, the whole message first. A long message is also read with the
 * weight on each place where a question seems to start; whoever asks the folder takes the reading that it
 * answers best.
 * `isKnown` tells the words of the folder: another one that is a slip away from a function word («tubo») is read as it.
 */
export function readQuestion(
  text: string,
  fallback: Language,
  isKnown: (form: string, language: Language) => boolean = () => true,
): [Question, ...Question[]] {
  const written = expandChat(words(text)).slice(0, MOST_WORDS);
  const language = detectLanguage(written.map((word) => word.form)) ?? fallback;
  const all = written.map((word) => {
    if (isStopWord(word.form, language) || isKnown(word.form, language)) return word;
    const [slip] = functionWords[language].nearest(word.form, 1);
    return slip === undefined ? word : { ...word, form: slip };
  });
  const framed = withoutFrames(all);
  const kept = framed.some(({ form }) => !isStopWord(form, language)) ? framed : all;
  const whole = reading(all, kept, language);
  if (kept.length <= LONG) return [whole];
  return [whole, ...spansOf(text, kept, language).map((span) => reading(all, kept, language, span))];
}

const functionWords: Readonly<Record<Language, Speller>> = {
  es: createSpeller(stopWords('es')),
  en: createSpeller(stopWords('en')),
};

interface Span {
  readonly start: number;
  readonly end: number;
}

function reading(all: readonly Word[], kept: readonly Word[], language: Language, span?: Span): Question {
  const inside = (word: Word) => span === undefined || (word.start >= span.start && word.start < span.end);
  const core = all.filter(inside);
  return {
    language,
    words: kept.map((word): WeightedWord => ({ word, weight: inside(word) ? 1 : ASIDE })),
    type: answerTypeOf(core, language),
    counted: countedNoun(core, language),
    plans: planNumbersIn(span !== undefined && planNumbersIn(core).length === 0 ? all : core),
  };
}

/** The first content word within three words of «cuántos» or «how many». */
function countedNoun(core: readonly Word[], language: Language): string | undefined {
  const at = core.findIndex(
    ({ form }, index) => /^cuant[oa]s$/.test(form) || (form === 'many' && core[index - 1]?.form === 'how'),
  );
  if (at < 0) return undefined;
  return core.slice(at + 1, at + 4).find((word) => !isStopWord(word.form, language))?.form;
}

/** From each question word to the end of its sentence, and each sentence, where there is enough to look for. */
function spansOf(text: string, kept: readonly Word[], language: Language): Span[] {
  const sentences = [...text.matchAll(/[^.!?¿\n;]+[.!?\n;]*/gu)].map(
    (match): Span => ({ start: match.index, end: match.index + match[0].length }),
  );
  const content = (span: Span) =>
    kept.filter(
      (word) =>
        word.start >= span.start &&
        word.start < span.end &&
        !isStopWord(word.form, language) &&
        !isWeakWord(word.form, language),
    ).length;
  const spans = sentences.flatMap((sentence): Span[] => {
    const starts = kept.filter(
      (word) => word.start >= sentence.start && word.start < sentence.end && INTERROGATIVE.test(word.form),
    );
    return [...starts.map((word) => ({ start: word.start, end: sentence.end })), sentence];
  });
  const distinct = new Map(
    spans.filter((span) => content(span) >= 2).map((span) => [`${span.start}-${span.end}`, span]),
  );
  return [...distinct.values()].slice(-MOST_READINGS);
}
