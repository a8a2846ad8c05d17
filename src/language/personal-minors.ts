import type { PersonalSpan } from './personal-span.ts';

/** One child; in the plural they are a group, and a group is nobody. */
const CHILD =
  '(?:niñ[oa]|niñit[oa]|menor(?: de edad)?|adolescente|hij[oa]|hijit[oa]|niet[oa]|sobrin[oa]|beb[eé]|alumn[oa]|estudiante|hermanit[oa]|ahijad[oa]|hijastr[oa]|son|daughter|child|kid)(?!\\p{L})';
const NEXT_NAME = '(?: (?:de |del |de la )?\\p{Lu}\\p{Ll}+)';
const NAME = `\\p{Lu}\\p{Ll}+${NEXT_NAME}{0,4}`;
const YEARS =
  '(?:1[0-7]|\\d|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci[sé]\\p{L}+) (?:a[ñn]os|a[ñn]itos|mesesitos|meses|years?)(?!\\p{L})';
const AGE = `(?:de |tiene |con |cumplió |cumple |is |aged )?(?:apenas |solo |ya )?(?<!\\d)${YEARS}`;

const CALLED = new RegExp(
  `(?<!\\p{L})${CHILD}[^.;\\n]{0,50}?(?:se llama|llamad[oa]|de nombre|cuyo nombre es|named|called) \\p{L}{3,}(?: \\p{Lu}\\p{Ll}+)*`,
  'gu',
);
const NAMED_AND_AGED = new RegExp(`(?<!\\p{L})${CHILD},? ${NAME}[^.;\\n]{0,25}?[ (]${AGE}`, 'gu');
const AGED_AND_NAMED = new RegExp(`(?<!\\p{L})${CHILD},? ${AGE},? (?:se llama )?${NAME}`, 'gu');
/** A child who writes. */
const MYSELF = new RegExp(
  `(?<!\\p{L})(?:tengo ${YEARS}[^.;\\n]{0,20}(?:me llamo|mi nombre es) \\p{L}{3,}|(?:me llamo|mi nombre es) \\p{L}{3,}[^.;\\n]{0,30} tengo ${YEARS})`,
  'giu',
);
/** Two names after «niña», «menor» or «adolescente» are enough. */
const NAMED =
  /(?<!\p{L})(?:niñ[oa]|menor(?: de edad)?|adolescente|beb[eé]|tarjeta de identidad de),? (?:de nombre )?\p{Lu}\p{Ll}+ (?:de |del )?\p{Lu}\p{Ll}+/gu;
const AGED_NAME = new RegExp(
  `(?<!\\p{L})\\p{Lu}\\p{Ll}+${NEXT_NAME}{1,4}(?:,| \\(|:)? ?(?:menor de edad|(?:de|tiene)? ?(?:niñ[oa] de )?(?<!\\d)${YEARS}(?! de (?!edad)))`,
  'gu',
);
/** In small letters, as in a chat: «mi hija laura de 10 años». */
const MINE = new RegExp(
  `(?<!\\p{L})(?:mi|mis|su|nuestr[oa]|my) ${CHILD},? (?!(?:de|del|que|tiene|con|menor|mayor|est[aá]|estudia|no|y|ya|quiere|necesita|cumpl\\p{L}+|is|who|has|se|sali[oó]|fue|va|le|lo|la|por|para|en|hace)(?!\\p{L}))\\p{L}{3,}(?: \\p{L}{3,})?,? ${AGE}`,
  'giu',
);
const INSTITUTION =
  /(?<!\p{L})(?:Plan|Ley|Programa|Pol[ií]tica|Comit[eé]|Alianza|Estrategia|Compromiso|Proyecto|Convenio|Contrato|Decreto|Consejo|Instituto|Fundaci[oó]n|Ministerio|Acuerdo|Gobierno|Colombia|Sistema|Red|Secretar[ií]a|Corporaci[oó]n|Universidad|C[aá]mara|Mesa|Observatorio|Nacional|Distrital|Municipal|Departamento|Agencia|Unidad|Banco|Centro|Escuela|Colegio|Asociaci[oó]n|Alcald[ií]a|Gobernaci[oó]n)(?!\p{L})/u;

/** Without one of these there is no child: a quick look at a line before the long one. */
const SIGN =
  /niñ|menor|adolescente|hij|niet|sobrin|beb[eé]|alumn|estudiante|hermanit|ahijad|identidad|son|daughter|child|kid|a[ñn](?:o|ito)s|mes|year/i;

/** Children who can be told apart: a name with what says that it is a child's. */
export function minorSpans(text: string): PersonalSpan[] {
  if (!SIGN.test(text)) return [];
  return [CALLED, NAMED_AND_AGED, AGED_AND_NAMED, NAMED, AGED_NAME, MINE, MYSELF]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(([found]) => !INSTITUTION.test(found))
    .map((match) => ({ kind: 'minor', start: match.index, end: match.index + match[0].length }));
}
