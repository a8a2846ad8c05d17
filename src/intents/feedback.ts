import { say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import { ACTION } from './actions.ts';
import type { Intent, Outcome, Turn } from './intent.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { smallTalk } from './small-talk.ts';

/** «Sí me sirvió» and «No me sirvió» under an answer: counted once a person and place, the last one counts. */
export const vote: Intent = {
  name: 'vote',
  examples: { es: [], en: [] },
  answer(turn, base) {
    const [kind, id] = chosen(turn);
    const place = kind === ACTION.useful || kind === ACTION.useless ? base.place(id) : undefined;
    if (place === undefined) return undefined;
    const { feedback } = textsFor(turn.language);
    const isUseful = kind === ACTION.useful;
    return {
      ...acknowledged(turn, isUseful ? feedback.useful : feedback.useless, 'vote'),
      effect: { kind: 'vote', place: id, path: place.document.path, isUseful },
    };
  },
};

const REPORTS =
  /^(reportar|reporto|quiero reportar|reporte|report)( (esta|esa|la|this|that|the)( ultima| last)? (respuesta|answer))?$|^(eso|esa|esta|la)( (respuesta|informacion))? (esta|ta|es) (mal|equivocad[ao]|errad[ao]|incorrect[ao]|viej[ao]|desactualizad[ao])$|^(that|this|the) (answer|information) is (wrong|incorrect|outdated)$/;

/** «Reportar»: something is wrong with an answer, by its button or in words about the last one. */
export const report: Intent = {
  name: 'report',
  examples: {
    es: ['reportar', 'esa respuesta está mal', 'quiero reportar esa respuesta'],
    en: ['report this answer', 'that answer is wrong'],
  },
  answer(turn, base) {
    const { input, memory } = turn;
    const last = memory.answers?.at(-1);
    const { feedback } = textsFor(turn.language);
    if (input.kind === 'text') {
      if (!REPORTS.test(turn.forms.join(' '))) return undefined;
      return last === undefined
        ? acknowledged(turn, feedback.nothingToReport, 'nothing-to-report')
        : reported(turn, base, last.id);
    }
    const [kind, id] = chosen(turn);
    return kind === ACTION.report ? reported(turn, base, id) : undefined;
  },
};

function reported(turn: Turn, base: KnowledgeBase, id: string): Outcome | undefined {
  const place = base.place(id);
  if (place === undefined) return undefined;
  const question = turn.memory.answers?.findLast((answer) => answer.id === id)?.question;
  return {
    ...acknowledged(turn, textsFor(turn.language).feedback.reported, 'report'),
    effect: {
      kind: 'report',
      place: id,
      path: place.document.path,
      anchor: place.section.anchor,
      ...(question === undefined ? {} : { question }),
    },
  };
}

function chosen({ input }: Turn): readonly [kind: string, id: string] {
  const [kind = '', id = ''] = input.kind === 'choice' ? input.id.split(':') : [];
  return [kind, id];
}

/** What was offered before stays: a vote is no new step of the talk. */
function acknowledged(turn: Turn, text: string, reason: string): Outcome {
  return { ...smallTalk(turn, say(turn.language, [text]), reason), memory: turn.memory };
}
