import type { PersonalSpan } from './personal-span.ts';

const ADDRESS = /(?:https?:\/\/|www\.)\S+/gi;
const MONEY =
  /(?:(?:US|COP)? ?\$|(?<!\p{L})(?:COP|USD|EUR)) ?[\d.,']{0,24}\d|(?<![\d.,'])\d[\d.,']{0,24} ?(?:%|‰|por ciento|(?:mil )?(?:millones|millón|billones)(?!\p{L})|(?:de )?(?:pesos|d[oó]lares|euros|pesitos)(?!\p{L})|(?:COP|USD|EUR)(?!\p{L}))/giu;
const COUNTED =
  '(?: ?(?:de )?(?:personas|habitantes|ciudadan[oa]s|votos|hogares|familias|niñ[oa]s|estudiantes|hect[aá]reas|metros|kil[oó]metros|m2|km|toneladas|registros|datos|visitas|descargas|documentos|contratos|entidades|empresas|usuari[oa]s|firmas|v[ií]ctimas|mujeres|hombres|habs?|barriles|people|votes|records|colombian[oa]s|beneficiari[oa]s|predios|viviendas))(?!\\p{L})';
const COUNT = new RegExp(`(?<![\\d.,'])\\d[\\d.,']{0,24}${COUNTED}`, 'giu');
/** Numbers that the State gives to its acts: the word, what may stand between, and the number. */
const ACT =
  /(?<!\p{L})(?:ley(?:es)?|decretos?(?: ley)?|conpes|resoluci(?:ó|o)n(?:es)?|acuerdos?|ordenanza|circular(?: externa)?|sentencia|auto|directiva|acto legislativo|art[ií]culos?|arts?\.|bpin|secop(?: ii?)?|procesos?|contratos?|convenio|radicad[oa]s?|radicaci[oó]n|expediente|licitaci[oó]n|acta|factura|c[oó]digo|isbn|issn|doi|orcid|fichas?|cdp|rp|matr[ií]cula|gu[ií]a|versi[oó]n|proyecto|norma|registro presupuestal|p[oó]liza|orden(?: de compra)?|solicitud|petici[oó]n|pqrsd?|caso|ticket|referencia|ref|serial|placa|latitud|longitud|commit|hash)(?: (?:externa|interna|de inversi[oó]n|de contrataci[oó]n|de la obra|del proyecto|del proceso|judicial|bpin|secop|de obra|prestaci[oó]n|servicios|suministro|consultor[ií]a|interventor[ií]a|interadministrativo|con|de|del|el|la|es|nacional|n[uú]mero))*[ :.#]*(?:n[°º.]+|no\.?|nro\.?|num\.?|n[uú]mero|#)?[ :]*[\p{Lu}\d][\p{L}\d./-]*\d[\p{L}\d./-]*/giu;
const PROCESS = /(?<![\p{L}\p{N}])(?:CO1\.[A-Z]+\.\d+|\p{Lu}{1,5}(?:-\p{Lu}{1,6})*-\d[\d-]*)(?!\p{N})/gu;
const DATES =
  /(?<!\d)(?:(?:19|20)\d{2} ?[-–—/a] ?(?:19|20)\d{2}|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2})(?!\d)|(?<![\d.,])[-−]?\d{1,3}[.,]\d{4,}(?!\d)/gu;
/** Lines that anybody may call: 01 8000 …, 123, and the switchboards that are named as such. */
const PUBLIC_LINE = /(?<!\d)01[ -]?8000?(?:[ -]?\d){3,8}(?!\d)/g;
const SWITCHBOARD =
  /(?<!\p{L})(?:conmutador|pbx|call ?center|centro de contacto|l[ií]nea (?:gratuita|nacional|de atenci[oó]n|anticorrupci[oó]n|[uú]nica|de transparencia|institucional|p[uú]rpura|telef[oó]nica|oficial)|canal (?:oficial|institucional|de atenci[oó]n)|atenci[oó]n (?:al|a la) ciudadan[oíi]a?|whats ?app (?:oficial|institucional)|toll-?free)(?!\p{L})[^\n;]{0,60}$/iu;
const BLANKED = [ADDRESS, MONEY, COUNT, ACT, PROCESS, DATES, PUBLIC_LINE];

const END = '(?![\\p{N}]|[.,]\\d)';
const SEVEN = '(?:[ .-]?\\d){7}';
const COUNTRY = '(?:(?:\\+|00)57[ .-]?|\\(\\+?57\\)[ .-]?|57[ -]?)?';
const MOBILE = new RegExp(
  `(?<![\\p{L}\\p{N}$]|\\d[.,-])${COUNTRY}\\(?3[0-5]\\d\\)?[ .-]?${SEVEN}${END}`,
  'gu',
);
const CHAT_LINK = /(?:wa\.me\/|whatsapp\.com\/send\S*?phone=)\+?(?:57)?3\d{9}/gi;
const NATIONAL = new RegExp(
  `(?<![\\p{L}\\p{N}$]|\\d[.,-])${COUNTRY}\\(?60[1-8]\\)?[ .-]?${SEVEN}${END}`,
  'gu',
);
const WITH_AREA = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\(\\+?57[ -]?[1-8]\\)|\\+57[ .-]?\\(?[1-8]\\)?|\\([1-8]\\)|\\+?57[ .-]\\(?[1-8]\\)?[ .-])[ .-]?[2-9]\\d{2}(?:[ .-]?\\d){4}${END}`,
  'gu',
);
const CALLED =
  /(?<!\p{L})(?:tel[eé]fonos?|tels?|telf|fijo|ll[aá]m[ae]\w*|marc(?:ar|ando|a|que)|comun[ií]\w+|whats?app|wsp|cel(?:ular(?:es)?)?|m[oó]vil|phone|call|fax)(?!\p{L})[^\d\n]{0,30}?(?<![\d$]|\d[.,])((?:\d{3}[ .-]?\d{2}[ .-]?\d{2}|\d{3}[ .-]\d{4}|3(?:[ .-]?\d){9}))(?![\p{N}]|[.,-]\d)/giu;

const CARD_NUMBER = "\\d(?:[.,'’ ]?\\d){5,10}";
const CARD = new RegExp(
  `(?<!\\p{L})(?:c[eé]dulas?|c\\. ?c\\.?|cc|ced|documento|identificad[oa]s?|identificaci[oó]n|identidad|nuip|t\\. ?i\\.?|ti|c\\. ?e\\.?|ce|ppt|pep|pasaporte|passport|registro civil|id (?:number|card)|national id)(?!\\p{L})[^\\d\\n;$]{0,45}?(?<![\\d$]|\\d[.,])(${CARD_NUMBER}|[A-Z]{2}\\d{6,7})(?![\\p{N}]|[.,-]\\d)`,
  'giu',
);
const CARD_AFTER = new RegExp(
  `(?<![\\p{L}\\p{N}$]|\\d[.,-])(${CARD_NUMBER})(?=,? ?(?:\\(?(?:es|como|fue) )?(?:(?:el|la|mi|su|de|n[uú]mero|\\() ?){0,4}(?:c[eé]dula|documento de identidad|identificaci[oó]n|c\\.?c\\.?)(?!\\p{L})|,? (?:expedida|de expedici[oó]n))`,
  'giu',
);
/** Cards given since 2003 have ten digits and begin with 1.0, 1.1 or 1.2. */
const NEW_CARD = /(?<![\p{L}\p{N}$]|\d[.,-])1[.']?[0-2]\d{2}[.']?\d{3}[.']?\d{3}(?![\p{N}]|[.,-]\d)/gu;
/** «Ana Torres, 52.123.456», «52.123.456 Ana Torres»: an older card beside a name. */
const NAMED_CARD =
  /(?<=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:,| -|:|\s\(|)\s?)\d{1,2}[.'’]\d{3}[.'’]\d{3}(?![\p{N}]|[.,]\d)(?! [\p{Ll}])|(?<![\p{L}\p{N}$]|\d[.,-])\d{2}[.'’]\d{3}[.'’]\d{3}(?=,? \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)/gu;

const TAX =
  /(?<!\p{L})(?:n\.? ?i\.? ?t\.?|rut)(?!\p{L})[^\d\n;$]{0,20}?\d(?:[. ]?\d){5,9}(?: ?[-–] ?\d)?(?!\p{N})/giu;
const BARE_TAX = /(?<![\p{L}\p{N}$]|\d[.,-])[89]\d{2}[.]?\d{3}[.]?\d{3} ?[-–] ?\d(?![\p{N}]|[-–]\d)/gu;

/** Identity cards, tax numbers and telephones, the surest first. */
export function numberSpans(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [...text.matchAll(CHAT_LINK)].map((match) => spanOf('mobile', match));
  if (!/\d{3}/.test(text.replace(/\D/g, ''))) return found;
  const plain = blanked(text);
  const add = (
    kind: PersonalSpan['kind'],
    pattern: RegExp,
    isRefused = (_: RegExpExecArray) => false,
  ): void => {
    for (const match of plain.matchAll(pattern)) if (!isRefused(match)) found.push(spanOf(kind, match));
  };
  const isPublic = (match: RegExpExecArray): boolean => {
    const { start } = spanOf('landline', match);
    return SWITCHBOARD.test(plain.slice(Math.max(0, start - 90), start));
  };
  const isRound = ([number]: RegExpExecArray): boolean => /0{3}$/.test(number.replace(/\D/g, ''));
  add('nit', TAX);
  add('cedula', CARD, (match) => digits(match[1] ?? match[0]) < 6);
  add('cedula', CARD_AFTER);
  add('nit', BARE_TAX);
  add('mobile', MOBILE, isPublic);
  add('landline', NATIONAL, isPublic);
  add('landline', WITH_AREA, isPublic);
  add('landline', CALLED, isPublic);
  add('cedula', NEW_CARD, isRound);
  add('cedula', NAMED_CARD, isRound);
  return found;
}

/** The text with spaces where a number is of another kind. */
function blanked(text: string): string {
  return BLANKED.reduce((rest, pattern) => rest.replace(pattern, (each) => ' '.repeat(each.length)), text);
}

function digits(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** The number itself when the pattern caught it alone, else all that it caught. */
function spanOf(kind: PersonalSpan['kind'], match: RegExpExecArray): PersonalSpan {
  const number = match[1] ?? match[0];
  const start = match.index + match[0].lastIndexOf(number);
  return { kind, start, end: start + number.length };
}
