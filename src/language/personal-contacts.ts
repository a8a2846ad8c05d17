import type { PersonalSpan } from './personal-span.ts';

const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,}/giu;
/** «nombre arroba gmail punto com», as people write it so that machines don't see it. */
const SPELT_EMAIL =
  /(?<![\p{L}\p{N}._-])[\p{L}\p{N}._-]{3,64} ?(?:\(arroba\)|\[at\]|\(at\)|arroba) ?[\p{L}\p{N}-]+ ?(?:\.|punto) ?[\p{L}]{2,}/giu;
const STATE = /@(?:[\p{L}\p{N}-]+\.)*(?:gov|mil|gob)\.co$/iu;
const FREE_MAIL = /@(?:gmail|hotmail|outlook|yahoo|live|icloud|msn|proton|protonmail|aol)\./i;
/** Mailboxes of an office, not of a person. */
const OFFICE =
  /^(?:info|informacion|contacto?|contactenos|contactus|hola|hello|prensa|press|comunicaciones|atencion\w*|servicio\w*|soporte|support|help|ayuda|notificaciones\w*|correspondencia|radicacion|quejas\w*|pqrs\w*|denuncias|transparencia|secretaria|direccion|gerencia|admin|webmaster|no-?reply|irm|research|comite|privacidad|habeasdata|protecciondedatos)\d*@/i;

/** Mailboxes of persons; those of the State and of offices pass. */
export function emailSpans(text: string): PersonalSpan[] {
  if (!/@|arroba|\[at\]|\(at\)/i.test(text)) return [];
  const written = [...text.matchAll(EMAIL)].filter(
    ([address]) => !STATE.test(address) && (FREE_MAIL.test(address) || !OFFICE.test(address)),
  );
  return [...written, ...text.matchAll(SPELT_EMAIL)].map((match) => spanOf('email', match));
}

const WAY =
  '(?:calle|cll|cl|clle|carrera|carr|cra|crra|cr|kra|kr|k|avenida|avda?|av|ak|ac|diagonal|diag|dg|transversal|transv|trasversal|tv|tr|circular|circunvalar|autopista|pasaje)';
/** «26», «12A», «25 G bis», «48 sur». */
const NUMBER =
  '\\d{1,3} ?(?:[a-z]{1,2}(?![\\p{L}]))?(?: ?bis(?: ?[a-z](?!\\p{L}))?)?(?: (?:sur|norte|este|oeste|s|n))?';
const SIGN = '(?:con )?(?:#|n[°º.]+|no\\.?|nro\\.?|num\\.?|n[uú]mero|n)';
const PLATE = `\\d{1,3} ?(?:[a-z]{1,2}(?!\\p{L}))?(?: ?bis(?: ?[a-z](?!\\p{L}))?)?(?: (?:sur|este|norte))?`;
const STREET = new RegExp(
  `(?<![\\p{L}\\p{N}])${WAY}\\.?(?: ${WAY}\\.?)? ?(?:${NUMBER},? ?${SIGN}[.:]? ?${PLATE}(?: ?[-–—] ?| )\\d{1,3}|${NUMBER},? ${PLATE} ?[-–—] ?\\d{1,3}|\\d{1,3} ?[a-z]? \\d{1,3} ?[a-z]? \\d{1,3}|(?:\\p{L}+ ){1,4}${SIGN}[.:]? ?${PLATE} ?[-–—] ?\\d{1,3})(?!\\p{N})`,
  'giu',
);
const BLOCK =
  /(?<!\p{L})(?:manzana|mza?|mz)\.? ?[\p{L}\d]{1,3},? ?(?:casa|cs|lote|lt)\.? ?\d{1,4}(?!\p{N})/giu;
/** A home that has no plate: «vivo en la torre 3 apto 502», «mi casa es la finca La Esperanza». */
const HOME =
  /(?<!\p{L})(?:vivo|vive|vivimos|resido|reside|residente|mi casa|mi direcci[oó]n|su casa|domiciliad[oa]|mi domicilio|i live|my address)(?!\p{L})[^.;\n]{0,60}?(?:(?:apto|apartamento|apt|torre|interior|int|casa|bloque|conjunto [\p{L} ]{2,30})\.? ?(?:#|n[°º.]+|no\.?)? ?\d{1,4}|finca [\p{L}]+(?: [\p{L}]+)?|parcela \d+|km\.? ?\d+)/giu;
const FARM =
  /(?<!\p{L})(?:vereda \p{L}+(?: \p{L}+){0,3},? (?:finca|casa|lote|parcela) [\p{L}\d]+(?: [\p{L}]+)?|finca \p{L}+(?: \p{L}+){0,3},? vereda \p{L}+(?: \p{L}+)?)/giu;
const OFFICES =
  /(?<!\p{L})(?:sedes?|oficinas?|ministerio|alcald[ií]a|gobernaci[oó]n|personer[ií]a|contralor[ií]a|procuradur[ií]a|defensor[ií]a|edificio|casa de nariño|biblioteca|auditorio|superintendencia|departamento (?:nacional|administrativo)|concejo|asamblea|corte|palacio|supercade|casa de justicia|punto de atenci[oó]n|ventanilla)(?!\p{L})[^.;\n]{0,50}$/iu;
const PERSONAL =
  /(?<!\p{L})(?:viv[oeía]\w*|resid\w+|mi (?:casa|direcci[oó]n|domicilio|barrio|apartamento)|domicili\w+|my (?:house|home|address))(?!\p{L})[^\n]{0,70}$/iu;

/** Homes; the address of an institution that is named right before it passes. */
export function addressSpans(text: string): PersonalSpan[] {
  if (!/\d|finca|vereda/i.test(text)) return [];
  const streets = [...text.matchAll(STREET), ...text.matchAll(BLOCK)].filter(({ index }) => {
    const before = text.slice(Math.max(0, index - 90), index);
    return PERSONAL.test(before) || !OFFICES.test(before);
  });
  return [...streets, ...text.matchAll(HOME), ...text.matchAll(FARM)].map((match) =>
    spanOf('address', match),
  );
}

function spanOf(kind: PersonalSpan['kind'], match: RegExpExecArray): PersonalSpan {
  return { kind, start: match.index, end: match.index + match[0].length };
}
