import { functionWordCounts } from '../language/index.ts';
import { say } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';
import type { Intent, Outcome, Turn } from './intent.ts';
import { waysIn } from './small-talk.ts';

function refusal(turn: Turn, reason: string, lines: readonly string[]): Outcome {
  const reply = say(turn.language, lines, waysIn(turn.language));
  return {
    status: 'out-of-scope',
    reason,
    confidence: 1,
    reply,
    memory: { ...turn.memory, offered: reply.suggestions },
  };
}

const EMERGENCY =
  /\b(auxilio|ambulancia|me (duele|dolio) (el|la|mucho)|me (estan|van a|quieren) (robando|atracando|matando|matar|pegando|golpeando|robar|atracar)|me quiero (matar|morir)|(quiero|voy a) (matarme|morirme|suicidarme)|suicid(io|arme)|no quiero vivir|me (pega|pego|golpeo|golpea|amenazo|amenaza|viola|violo) mi|se esta (quemando|incendiando|desangrando|ahogando|muriendo)|hay un (incendio|herido|muerto|accidente)|es una emergencia|emergencia medica|infarto|i am (dying|being)|call an ambulance|heart attack|kill myself|someone is (hurting|attacking))\b/;

/** A person in danger: the emergency line comes before everything. */
export const emergency: Intent = {
  name: 'emergency',
  examples: {
    es: ['me duele el pecho, ¿qué hago?', 'auxilio me están robando'],
    en: ['I want to kill myself'],
  },
  answer(turn) {
    if (turn.input.kind !== 'text' || !EMERGENCY.test(turn.forms.join(' '))) return undefined;
    return refusal(turn, 'emergency', [textsFor(turn.language).outOfScope.emergency]);
  },
};

const DO_IT =
  '(ponga|pongan|pongame|radique|radiqueme|radiquen|reciba|reciban|recibame|tramite|tramiteme|tramiten|redacte|redacteme|redactame|escriba|escribame|hagame|haga|envie|envieme|mande|registre|registreme|interponga|presente|denuncie|file|submit|register|take)';
const MATTER =
  '(denuncia|denuncias|queja|quejas|reclamo|reclamos|peticion|derecho de peticion|tutela|demanda|recurso|solicitud|pqr|pqrs|pqrsd|complaint|petition|report)';
const PETITION = new RegExp(
  `\\b${DO_IT}( por mi| me)? (una |un |mi |mis |esta |este |la |el |a |my |this )*${MATTER}\\b|` +
    `\\b(quiero|quisiera|necesito|deseo|vengo a|voy a|me gustaria|ayudeme a|ayudame a|i want to|i need to|help me) (a )?(poner|interponer|radicar|presentar|hacer|denunciar|quejarme|reportar|demandar|entutelar|file|report|submit|complain)\\b(?!.*\\b(que (es|son|dice)|cual|cuanto)\\b)|` +
    '\\b(vengo a|quiero) (denunciar|quejarme)\\b|' +
    '^(?!.*\\b(que|cual|cuant[oa]s?|quien)\\b).*\\b(una|mi|esta) (queja|denuncia|reclamo|tutela|demanda) (en )?(contra|por)\\b',
);

/** A petition, complaint or report: the bot is no channel for it, and says which one is. */
export const petition: Intent = {
  name: 'petition',
  examples: {
    es: [
      'ponga mi denuncia por corrupción',
      'redácteme una tutela',
      'quiero poner una queja contra la alcaldía',
      'me ayudan con una queja contra la eps',
    ],
    en: ['I want to file a complaint'],
  },
  answer(turn) {
    if (turn.input.kind !== 'text' || !PETITION.test(turn.forms.join(' '))) return undefined;
    const { outOfScope } = textsFor(turn.language);
    return refusal(turn, 'petition', [outOfScope.petition, outOfScope.petitionForward]);
  },
};

const OPINION =
  /\b(que (opina|opinas|opinan|piensa|piensas|piensan|cree|crees|creen|le parece|te parece)|(usted|tu|ud) (cree|crees|opina|piensa)|cree (usted|ud|que)|crees que|le parece|te parece|por quien (voto|votar|votaria|votamos)|quien (va a ganar|ganara|cree)|(es|fue|son|era|sera) (mejor|peor|mas \w+|tan \w+|menos \w+) (que|o)|(es|son|fue) (un |una |unos )?(corrupt[oa]s?|ladron(a|es)?|rater[oa]s?|inutil(es)?|mentiros[oa]s?|buen[oa]?|mal[oa]?) (presidente|alcalde|alcaldesa|gobernador|gobernadora|gobierno|ministr[oa])|(presidente|alcalde|alcaldesa|gobernador|gobernadora|ministr[oa])( \w+)? (es|son) (un |una )?(corrupt[oa]|ladron|ladrona|rater[oa]|buen[oa]?|mal[oa]|mejor|peor)|deberia (renunciar|votar)|what do you think|do you (think|believe)|your opinion|who should i vote|better than)\b/;

/** Opinions, predictions and votes. */
export const opinion: Intent = {
  name: 'opinion',
  examples: {
    es: ['¿Petro es mejor que Duque?', 'por quién voto en 2026', 'usted qué opina del gobierno'],
    en: ['what do you think of the president?'],
  },
  answer(turn) {
    if (turn.input.kind !== 'text' || !OPINION.test(turn.forms.join(' '))) return undefined;
    return refusal(turn, 'opinion', [textsFor(turn.language).outOfScope.opinion]);
  },
};

/** In a longer message «mi hija» is part of the story, not the question. */
const LONG = 20;
const PERSONAL =
  /\b(mi|mis|my) (\w+ )?(proceso|tramite|caso|puntaje|sisben|cita|pasaporte|cedula|predial|impuesto|multa|comparendo|subsidio|ayuda|pension|sueldo|salario|nomina|deuda|recibo|factura|solicitud|expediente|examen|concurso|inscripcion|resultado|turno|licencia|visa|hijo|hija|eps|afiliacion|embargo|case|passport|application|taxes|id)\b|\b(renuevo|renovar|sacar|saco|tramito|pago|pagar|solicito) (la |el |mi |un |una )*(cedula|pasaporte|licencia|visa|predial|sisben|subsidio|cita|multa|impuesto|comparendo|libreta militar|rut)\b|\b(en que va|estado de|como va) mi\b|\b(telefono|celular|direccion|correo|numero) (personal|de la casa|privado) de\b/;

/** Somebody's own case: only the entity that holds it can tell. */
export const personal: Intent = {
  name: 'personal',
  examples: {
    es: [
      '¿cómo renuevo la cédula?',
      'estado de mi proceso en el Consejo de Estado',
      'cuál es mi puntaje del Sisbén',
    ],
    en: ['where is my passport'],
  },
  answer(turn) {
    if (turn.input.kind !== 'text' || turn.forms.length > LONG || !PERSONAL.test(turn.forms.join(' ')))
      return undefined;
    const { outOfScope } = textsFor(turn.language);
    return refusal(turn, 'personal-case', [outOfScope.personal, outOfScope.personalForward]);
  },
};

/** Function words of the languages that people may try, none of them Spanish or English. */
const OTHER_LANGUAGES =
  /^(qual|quais|quantos|quantas|voce|voces|nao|sao|isso|uma|pelo|pela|foram|onde|quel|quelle|quels|quelles|est|sont|avec|du|et|pays|une|aux|qui|dans|pour|combien|les|des|vous|nous|wie|viele|der|die|das|ist|und|welche|wer|wann|nicht|quali|quanti|sono|che|della|degli|gli|perche|dove|il|wat|hoeveel|een|het|och|hur|vad|jak|ile|ne|ki|nasil|kac)$/;

/** A language that the assistant doesn't speak. */
export const otherLanguage: Intent = {
  name: 'other-language',
  examples: {
    es: [
      'Quelle est la mission de cette alliance et quels sont les pays membres ?',
      'Wie viele Länder sind dabei und wer ist der Leiter?',
    ],
    en: ['こんにちは、計画について教えてください'],
  },
  answer(turn) {
    if (turn.input.kind !== 'text') return undefined;
    const letters = turn.text.match(/\p{L}/gu) ?? [];
    const latin = turn.text.match(/\p{Script=Latin}/gu) ?? [];
    const foreign = turn.forms.filter((form) => OTHER_LANGUAGES.test(form)).length;
    const known = functionWordCounts(turn.forms);
    const isForeign = foreign >= 2 && foreign >= Math.max(known.es, known.en);
    if (!isForeign && !(letters.length >= 3 && latin.length < letters.length / 2)) return undefined;
    const both = [textsFor('es').otherLanguage, textsFor('en').otherLanguage];
    return refusal(turn, 'language', both);
  },
};
