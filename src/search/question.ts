import {
  detectLanguage,
  expandChat,
  isStopWord,
  type Language,
  planNumbersIn,
  type Word,
  words,
} from '../language/index.ts';
import { type AnswerType, answerTypeOf } from './answer-type.ts';
import type { WeightedWord } from './concepts.ts';

/** A question, read: which words carry it, what it asks for, and what it names. */
export interface Question {
  readonly language: Language;
  readonly words: readonly WeightedWord[];
  readonly type: AnswerType;
  /** Plans that it names. */
  readonly plans: readonly number[];
  /** Years that it names. */
  readonly years: readonly string[];
}

/** Past this many words the rest of a message is not read: no question needs more. */
const MOST_WORDS = 400;
/** From this many words on a message is taken for talk with a question in it. */
const LONG = 22;
/** What the words around the question count in a long message. */
const ASIDE = 0.25;

const INTERROGATIVE =
  /^(que|quien|quienes|cual|cuales|cuando|cuanto|cuanta|cuantos|cuantas|donde|adonde|como|porque|what|who|when|where|which|how|why|whose)$/;

/**
 * Words that ask and say nothing of what is asked («quisiera saber», «me puede contar», «necesito info de»).
 * They are dropped as phrases, because «información» or «decir» alone may well be the topic.
 */
const FRAMES: readonly RegExp[] = [
  /\b(buen[oa]s? (dias|tardes|noches|dia)|buenas|hola|saludos|cordial saludo|buen dia|hi|hello|good (morning|afternoon|evening))\b/g,
  /\b(por favor|muchas gracias|gracias de antemano|mil gracias|gracias|please|thank you|thanks)\b/g,
  /\b((me|nos|le|les) )?(quisiera|quiero|queria|queremos|necesito|necesitamos|necesitaba|deseo|desearia|gustaria|interesa|puede|puedes|podria|podrian|podrias|pueden|hagame el favor de|ayudeme a|ayudame a|tiene idea de|tienen idea de|sabe|sabes|saben|alguien sabe)( (usted|ustedes|alguien))?( (de|a|me|nos|si))*( (saber|conocer|entender|averiguar|preguntar(le|les)?|consultar(le|les)?|preguntarle a usted|decir(me|nos)?|contar(me|nos)?|explicar(me|nos)?|informar(me|nos)?|indicar(me|nos)?|ayudar(me|nos)?|regalar(me|nos)?|colaborar(me|nos)?|aclarar(me|nos)?|confirmar(me|nos)?))+( (acerca|sobre|de|con|en))*\b/g,
  /\b(digame|dime|diganme|cuenteme|cuentame|cuenten|expliqueme|explicame|informeme|hableme|hablame|hablenme|indiqueme|aclareme|muestreme|muestrame|regaleme|deme|dame|pasame|paseme|mandeme|mandame|recuerdeme|recuerdame)( (acerca|sobre|de|del|con))?\b/g,
  /\b(necesito|busco|quiero|tiene|tienen|deme|dame|hay|alguna?|mas|toda la|la) (informacion|info|datos|detalles|noticias) (sobre|acerca de|acerca del|de|del|respecto a)\b/g,
  /\b(que (se )?(sabe|dice|dicen|informacion hay|informacion tienen|me puede decir|me cuenta)|que hay) (sobre|acerca de|acerca del|de|del)\b/g,
  /\b(tengo una (pregunta|duda|inquietud)|una (pregunta|duda|consulta|preguntica|preguntita)|mi (pregunta|duda|inquietud) es|disculpe|disculpen|perdon|oiga|oye|vea|mire|parce|vecino|veci|sumerce|doctor|doctora|señores?|señorita|amigos?)\b/g,
  /\b(can|could|would) (you|u|someone)( please)? (tell|explain|show|give|help)( me| us)?( about)?\b|\b(tell|show|give) me( about| more about)?\b|\bi (would like|want|need|d like) to (know|ask|find out)( about| if)?\b|\bdo you know( if)?\b|\bi was wondering( if)?\b/g,
];

/** Reads a question: chat spelling expanded, asking phrases dropped, talk around the question weighed less. */
export function readQuestion(text: string, fallback: Language): Question {
  const all = expandChat(words(text)).slice(0, MOST_WORDS);
  const language = detectLanguage(all.map((word) => word.form)) ?? fallback;
  const framed = withoutFrames(all);
  const kept = framed.some(({ form }) => !isStopWord(form, language)) ? framed : all;
  const asking = kept.length > LONG ? questionSpan(text, kept) : undefined;
  const weighted = kept.map(
    (word): WeightedWord => ({
      word,
      weight: asking === undefined || (word.start >= asking.start && word.start < asking.end) ? 1 : ASIDE,
    }),
  );
  const core =
    asking === undefined ? all : all.filter((w) => w.start >= asking.start && w.start < asking.end);
  return {
    language,
    words: weighted,
    type: answerTypeOf(core, language),
    plans: planNumbersIn(core.length > 0 ? core : all),
    years: [...new Set(core.filter((w) => /^(19|20)\d\d$/.test(w.form)).map((w) => w.form))],
  };
}

function withoutFrames(all: readonly Word[]): Word[] {
  const text = all.map((word) => word.form).join(' ');
  const starts: number[] = [];
  let at = 0;
  for (const word of all) {
    starts.push(at);
    at += word.form.length + 1;
  }
  const dropped = new Set<number>();
  for (const frame of FRAMES) {
    for (const match of text.matchAll(frame)) {
      const end = match.index + match[0].length;
      starts.forEach((start, index) => {
        if (start >= match.index && start < end) dropped.add(index);
      });
    }
  }
  return all.filter((_, index) => !dropped.has(index));
}

/** Where the question stands in a long message: the sentence with a question mark, else with a question word. */
function questionSpan(text: string, kept: readonly Word[]): { start: number; end: number } | undefined {
  const sentences = [...text.matchAll(/[^.!?¿\n;]*[.!?\n;]*/gu)].filter((match) => match[0].trim() !== '');
  const spans = sentences.map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    marked: match[0].includes('?'),
  }));
  const marked = spans.filter((span) => span.marked);
  const pool = marked.length > 0 ? marked : spans;
  let best: { start: number; end: number } | undefined;
  let bestScore = 0;
  for (const span of pool) {
    const inside = kept.filter((word) => word.start >= span.start && word.start < span.end);
    const asks = inside.some((word) => INTERROGATIVE.test(word.form)) ? 1 : 0;
    const score = asks + (span.marked ? 1 : 0) + Math.min(inside.length, 12) / 100;
    if ((asks > 0 || span.marked) && score >= bestScore) {
      bestScore = score;
      best = span;
    }
  }
  if (best === undefined) return undefined;
  const length = kept.filter(
    (word) => word.start >= (best?.start ?? 0) && word.start < (best?.end ?? 0),
  ).length;
  if (length < kept.length * 0.8) return best;
  return lastClause(kept) ?? best;
}

/** In a message of one breath, the question starts at its last question word that has a few words after it. */
function lastClause(kept: readonly Word[]): { start: number; end: number } | undefined {
  for (let index = kept.length - 3; index > 0; index--) {
    const word = kept[index];
    if (word !== undefined && INTERROGATIVE.test(word.form) && word.form !== 'que' && word.form !== 'como')
      return { start: word.start, end: Number.MAX_SAFE_INTEGER };
  }
  return undefined;
}
