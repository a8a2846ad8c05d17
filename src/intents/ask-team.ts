import { personalDataIn } from '../language/index.ts';
import { type Block, type Suggestion, say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import type { Intent, Outcome, Turn } from './intent.ts';
import { smallTalk, waysIn } from './small-talk.ts';

const ASK = 'equipo';
const CONSENT = 'equipo-si';
const REFUSE = 'equipo-no';

const ASKS =
  /^((quiero |puedo |podria )?(preguntar(le|selo)?|preguntele|preguntale|hablar|consultar)( esto| eso| mi pregunta)? (al|con el|con alguien del) equipo|(quiero |puedo )?hablar con (una persona|un humano|alguien|un asesor)|ask the team|(i want to )?(talk|speak) to (a person|a human|somebody|someone))$/;

/** The way forward that a refusal offers where there is a team: the question it could not answer goes to people. */
export function teamOffer(turn: Turn): readonly Suggestion[] {
  return turn.hasTeam && !turn.isGroup ? [{ id: ASK, label: textsFor(turn.language).team.offer }] : [];
}

/**
 * «Preguntar al equipo»: first what is sent, to whom and for how long it is kept; only a yes sends it. Nothing
 * with personal data is sent.
 */
export const askTeam: Intent = {
  name: 'ask-team',
  examples: {
    es: ['preguntar al equipo', 'quiero hablar con una persona'],
    en: ['ask the team', 'talk to a human'],
  },
  answer(turn) {
    const { input } = turn;
    const chosen = input.kind === 'choice' ? input.id : undefined;
    const isAsked = chosen === ASK || (input.kind === 'text' && ASKS.test(turn.forms.join(' ')));
    if (!isAsked && chosen !== CONSENT && chosen !== REFUSE) return undefined;
    const { team } = textsFor(turn.language);
    if (!turn.hasTeam) return told(turn, team.noTeam, 'no-team');
    if (turn.isGroup) return told(turn, team.onlyInPrivate, 'not-private');
    const { unanswered } = turn.memory;
    if (unanswered === undefined) return told(turn, team.noQuestion, 'no-question');
    if (personalDataIn(unanswered.question).length > 0) return told(turn, team.personalData, 'personal-data');
    if (chosen === CONSENT) return sent(turn, unanswered);
    if (chosen === REFUSE) return told(turn, team.notSent, 'not-sent');
    return consent(turn, unanswered.question);
  },
};

function consent(turn: Turn, question: string): Outcome {
  const { team } = textsFor(turn.language);
  const quote: Block = { kind: 'quote', content: [{ kind: 'text', text: question }] };
  const choices = [
    { id: CONSENT, label: team.yes },
    { id: REFUSE, label: team.no },
  ];
  return smallTalk(turn, say(turn.language, [team.consent, quote, ...team.terms], choices), 'consent');
}

function sent(turn: Turn, { question, message }: { question: string; message?: string }): Outcome {
  const { team } = textsFor(turn.language);
  const choices = [{ id: 'avisame', label: team.notify }];
  const { unanswered: _, ...memory } = turn.memory;
  return {
    ...smallTalk(turn, say(turn.language, [team.sent, team.sentNext], choices), 'sent-to-team'),
    memory: { ...memory, offered: choices },
    effect: { kind: 'ask-team', question, ...(message === undefined ? {} : { quote: message }) },
  };
}

function told(turn: Turn, text: string, reason: string): Outcome {
  return smallTalk(turn, say(turn.language, [text], waysIn(turn.language)), reason);
}

/** «Avísame» and «Terminar con el equipo», the buttons that come with a question sent and with a person's answer. */
export const teamFollowUp: Intent = {
  name: 'team-follow-up',
  examples: { es: [], en: [] },
  answer(turn) {
    const { input } = turn;
    if (input.kind !== 'choice' || !turn.hasTeam) return undefined;
    const [kind, ticket] = input.id.split(':');
    const { team } = textsFor(turn.language);
    if (kind === 'avisame')
      return {
        ...told(turn, team.willNotify, 'notify'),
        effect: { kind: 'notify', ...(ticket === undefined ? {} : { ticket }) },
      };
    if (kind === 'terminar')
      return { ...told(turn, team.ended, 'end-attention'), effect: { kind: 'end-attention' } };
    return undefined;
  },
};
