import { say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import { sourceBlock } from './compose.ts';
import type { Intent, Turn } from './intent.ts';
import { smallTalk, waysIn } from './small-talk.ts';

const MORE =
  /^(mas|mas por favor|ver mas|muestre mas|muestreme mas|siga|sigue|continue|continua|continuar|siguiente|y que mas|que mas|mas informacion|mas detalles|cuenteme mas|cuentame mas|more|see more|show more|show me more|tell me more|next|go on)$/;
const SOURCE =
  /^(y )?((la |cual es la |cual es su |de que )?(fuente|fuentes)|(de )?donde (lo |la |eso |esto )?(saco|sacaste|sacan|sale|salio|dice|leyo|esta)( eso| esto| esa informacion| la informacion| ese dato| eso escrito)?|como (lo )?sabe( eso)?|quien (lo )?dice( eso)?|sources?|the source|what is (the|your) source|where (did|do) you (get|read|find) (that|this|it)|says who)$/;
/** «pásame el enlace», «¿tiene el link?», «link?» */
const LINK =
  /^(y )?((me )?(pasame|paseme|pasa|pase|puede pasar|puede dar|da|deme|dame|mandeme|mandame|comparta|compartame|tiene|tienen|hay|cual es|donde esta|can you (share|send|give me)|do you have|share|send( me)?|give me|what is) )?(el |la |un |algun |su |the |a )?(enlace|link|vinculo|url|direccion web)( de eso| please| por favor| porfa)?$/;
const ORDINALS: Readonly<Record<string, number>> = {
  primero: 1,
  primera: 1,
  segundo: 2,
  segunda: 2,
  tercero: 3,
  tercera: 3,
  first: 1,
  second: 2,
  third: 3,
};

/**
 * What the person chose without pressing a button: «más» is the next page, «1» and «la primera» one of the
 * suggestions. Undefined when the text chooses nothing.
 */
export function choiceMeant(turn: Pick<Turn, 'input' | 'forms' | 'memory'>): string | undefined {
  if (turn.input.kind !== 'text') return undefined;
  if (MORE.test(turn.forms.join(' '))) return turn.memory.next;
  const plain = turn.forms.filter((form) => !/^(la|el|opcion|option|the|numero|number|one)$/.test(form));
  const [only = ''] = plain;
  if (plain.length !== 1) return undefined;
  const number = ORDINALS[only] ?? (/^#?\d{1,2}$/.test(only) ? Number(only.replace('#', '')) : undefined);
  return number === undefined ? undefined : turn.memory.offered[number - 1]?.id;
}

/** «más» when there is nothing more. */
export const more: Intent = {
  name: 'more',
  examples: { es: ['más', 'ver más'], en: ['more', 'tell me more'] },
  answer(turn) {
    if (turn.input.kind !== 'text' || !MORE.test(turn.forms.join(' '))) return undefined;
    const { list } = textsFor(turn.language);
    const text = turn.memory.sources.length === 0 ? list.nothingToContinue : list.ended;
    return smallTalk(turn, say(turn.language, [text], waysIn(turn.language)), 'nothing-more');
  },
};

/** Where the last answer came from. */
export const source: Intent = {
  name: 'source',
  examples: {
    es: ['¿de dónde sacó eso?', 'fuente', '¿cuál es la fuente?', 'pásame el enlace'],
    en: ['source?', 'where did you get that?'],
  },
  answer(turn) {
    if (turn.input.kind !== 'text') return undefined;
    const text = turn.forms.join(' ');
    if (!SOURCE.test(text) && !LINK.test(text)) return undefined;
    const texts = textsFor(turn.language);
    const { sources, offered } = turn.memory;
    if (sources.length === 0)
      return smallTalk(turn, say(turn.language, [texts.source.none], waysIn(turn.language)), 'no-source');
    const reply = say(turn.language, [texts.source.intro, sourceBlock(sources, turn.language)], offered);
    return { status: 'answered', confidence: 1, reply: { ...reply, sources }, memory: turn.memory };
  },
};
