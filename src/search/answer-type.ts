import type { Unit } from '../knowledge/document.ts';
import { type Language, type Word, words } from '../language/index.ts';

/** What kind of thing a question asks for; `open` when any sentence may do. */
export type AnswerType = 'person' | 'date' | 'number' | 'money' | 'place' | 'definition' | 'list' | 'open';

const ASKS: readonly (readonly [AnswerType, Readonly<Record<Language, RegExp>>])[] = [
  [
    'money',
    {
      es: /\b(cuant[oa]s? (plata|dinero|pesos|billete|recursos|presupuesto|millones|cuesta|costo|vale|valio|pago|pagaron|gasto|gastaron|invirtieron|invirtio)|(costo|costos|precio|presupuesto|sueldo|salario|tarifa|valor)\b(?! participativ)(?=.*\b(cual|cuanto|que|tuvo|de|del)\b))/,
      en: /\bhow much (money|did|does|was|is)\b|\b(cost|price|budget|salary) of\b|\bbudget did\b/,
    },
  ],
  [
    'number',
    {
      es: /\b(cuant[oa]s?|que (numero|cantidad|porcentaje|monto|edad|puesto|puntaje|calificacion)|numero de|cantidad de)\b/,
      en: /\bhow (many|much|long)\b|\b(number|amount|percentage) of\b/,
    },
  ],
  [
    'date',
    {
      es: /\b(cuando|(en )?que (fechas?|años?|mes|meses|dias?)|fechas? del?|hasta cuando|desde cuando|plazo)\b/,
      en: /\bwhen\b|\bwhat (year|date|day)\b|\bdate of\b|\bdeadline\b/,
    },
  ],
  [
    'place',
    {
      es: /\b(a?donde|en que (ciudad|ciudades|lugar|lugares|sitio|municipios?|pais|paises|departamentos?|regiones?|estados?|zonas?|barrios?|localidad|localidades))\b/,
      en: /\bwhere\b|\bwhich (city|cities|place|country|countries)\b/,
    },
  ],
  [
    'person',
    {
      es: /\b(quien|quienes|kien|kienes)\b|\bque (entidad|entidades|organizacion|organizaciones|ministerio|persona|personas)\b/,
      en: /\bwho(m|se)?\b|\bwhich (entity|organization|ministry|people)\b/,
    },
  ],
  [
    'definition',
    {
      es: /\bque (es|son|significa|quiere decir)\b|\bdefin(icion|a|e|ir)\b|\bsignificado\b/,
      en: /\bwhat (is|does .* mean)\b|\bdefin(e|ition)\b|\bmeaning of\b/,
    },
  ],
  [
    'list',
    {
      es: /\b(cuales|lista|listado|enumere|mencione)\b|\bque (?!menos\b|mas\b)[a-zñ]{3,}(s|es)\b/,
      en: /\bwhich\b|\blist\b|\bwhat (are|were) the\b|\bwhat [a-z]{3,}s\b/,
    },
  ],
];

/** The kind of answer that a question asks for, from its folded words: what it asks first. */
export function answerTypeOf(question: readonly Word[], language: Language): AnswerType {
  const text = question.map((word) => word.form).join(' ');
  let first = text.length;
  let asked: AnswerType = 'open';
  for (const [type, patterns] of ASKS) {
    const at = text.search(patterns[language]);
    if (at >= 0 && at < first) [first, asked] = [at, type];
  }
  return asked;
}

const MONTH =
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|january|february|march|april|may|june|july|august|september|october|november|december';
const SHOWS: Readonly<Record<Exclude<AnswerType, 'open' | 'list'>, RegExp>> = {
  person:
    /\p{Lu}[\p{L}.]+(?: (?:de|del|la|las|los|y|e|of|the) (?:\p{Lu}[\p{L}]+)| \p{Lu}[\p{L}]+)+|\b\p{Lu}{3,}\b|\b(?:Min|Secretar|Alcald|Gobern|Departamento|Corte|Consejo|Comit)\p{L}+/u,
  date: new RegExp(`\\b(?:1[89]|20)\\d\\d\\b|\\b\\d{1,2} (?:de )?(?:${MONTH})\\b|\\b(?:${MONTH})\\b`, 'iu'),
  number:
    /\p{N}|\b(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cien|mil|mitad|ninguno?a?|one|two|three|four|five|six|seven|eight|nine|ten|hundred|none)\b/iu,
  money: /[$€%]|\b(?:pesos|COP|USD|d[oó]lares|euros|millones|billones|million|billion|por ciento)\b/iu,
  place:
    /\b(?:en|in|at|a|de|from) (?:la |el |los |las |the )?\p{Lu}\p{L}+|\b(?:ciudad|municipio|departamento|virtual|sede|city)/u,
  definition: /\b(?:es|son|significa|consiste|se llama|se refiere|is|are|means|refers)\b/iu,
};

const shown: Partial<Record<AnswerType, WeakMap<Unit, boolean>>> = {};

/** True when a unit holds the kind of thing that was asked for. Each unit is read once for each kind. */
export function showsType(unit: Unit, type: AnswerType): boolean {
  if (type === 'open') return true;
  shown[type] ??= new WeakMap();
  const known = shown[type].get(unit);
  if (known !== undefined) return known;
  const shows =
    type === 'list'
      ? unit.kind !== 'sentence' || (unit.text.match(/[,;]/g) ?? []).length >= 2
      : SHOWS[type].test(unit.text);
  shown[type].set(unit, shows);
  return shows;
}

/** The answer type of a text that was not cut into words yet. */
export function answerTypeOfText(text: string, language: Language): AnswerType {
  return answerTypeOf(words(text), language);
}
