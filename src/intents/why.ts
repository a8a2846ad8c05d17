import type { Passage, Section } from '../knowledge/document.ts';
import { type Block, list, say } from '../messaging/index.ts';
import { WEIGHTS, type WordMatch, wordMatches } from '../search/index.ts';
import { textsFor } from '../texts/index.ts';
import { ACTION } from './actions.ts';
import { sourceBlock, sourceOf } from './compose.ts';
import type { Intent, Outcome, Turn } from './intent.ts';
import type { KnowledgeBase, Place } from './knowledge-base.ts';
import type { Answer } from './memory.ts';
import { smallTalk, waysIn } from './small-talk.ts';

const ASKS =
  /^(y )?((por que|porque|why)( (esa|esta|this|that) (respuesta|answer)| (respondio|respondiste|contesto|dice|dijo|dices) eso| do you say (that|so))?|por que lo dice|explique( me)?( la respuesta)?|why this)$/;

/** Why the assistant gave an answer: the file and section, the words that matched, and how sure it was. */
export const why: Intent = {
  name: 'why',
  examples: {
    es: ['¿por qué?', '¿por qué esa respuesta?', 'porque respondió eso'],
    en: ['why?', 'why this answer?'],
  },
  answer(turn, base) {
    const { input, memory } = turn;
    const last = memory.answers?.at(-1);
    if (input.kind === 'text') {
      if (!ASKS.test(turn.forms.join(' '))) return undefined;
      return last === undefined ? nothingYet(turn) : explained(turn, base, last.id, last);
    }
    const [kind, id = ''] = input.kind === 'choice' ? input.id.split(':') : [];
    if (kind !== ACTION.why) return undefined;
    return explained(
      turn,
      base,
      id,
      memory.answers?.findLast((answer) => answer.id === id),
    );
  },
};

function nothingYet(turn: Turn): Outcome {
  return smallTalk(
    turn,
    say(turn.language, [textsFor(turn.language).source.none], waysIn(turn.language)),
    'no-answer-yet',
  );
}

function explained(
  turn: Turn,
  base: KnowledgeBase,
  id: string,
  answer: Answer | undefined,
): Outcome | undefined {
  const place = base.place(id);
  if (place === undefined) return undefined;
  const { document, section } = place;
  const { why: texts } = textsFor(turn.language);
  const source = sourceOf(document, section);
  const blocks: (Block | string)[] = [
    section.heading === '' ? texts.document(document.title) : texts.section(section.heading, document.title),
    texts.file(document.path),
    ...(answer === undefined ? [texts.chosen] : evidence(turn, base, place, answer)),
    texts.verbatim,
    sourceBlock([source], turn.language),
  ];
  const reply = { ...say(turn.language, blocks), sources: [source] };
  return { status: 'answered', confidence: 1, reply, memory: turn.memory };
}

/** The words of the question in the place answered from, asked again, and how sure the answer was. */
function evidence(
  turn: Turn,
  base: KnowledgeBase,
  { document, section }: Place,
  answer: Answer,
): (Block | string)[] {
  const { why: texts } = textsFor(turn.language);
  const found = base.search.ask(answer.question, turn.language);
  const matches = wordMatches(found, passageOf(document, section), base.folder.synonyms);
  const held = matches.filter(({ where }) => where === 'passage').map(spelt);
  const missing = matches.filter(({ where }) => where !== 'passage').map(({ word }) => word);
  return [
    ...(held.length === 0 ? [] : [texts.held, list(held)]),
    ...(missing.length === 0 ? [] : [texts.missing(missing.join(', '))]),
    texts.sure(percent(answer.confidence), percent(WEIGHTS.bands.answer)),
  ];
}

function passageOf(document: Passage['document'], section: Section): Omit<Passage, 'id'> {
  return { document, section, units: section.units };
}

function spelt({ word, corrected, as }: WordMatch): string {
  const read = as.length > 0 ? as.slice(0, 3).join(', ') : corrected;
  return read === undefined || read === word.toLowerCase() ? word : `${word} → ${read}`;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
