const ORDINALS: Readonly<Record<string, number>> = {
  primer: 1,
  primero: 1,
  primera: 1,
  first: 1,
  segundo: 2,
  segunda: 2,
  second: 2,
  tercer: 3,
  tercero: 3,
  tercera: 3,
  third: 3,
  cuarto: 4,
  cuarta: 4,
  fourth: 4,
  quinto: 5,
  quinta: 5,
  fifth: 5,
  sexto: 6,
  sexta: 6,
  sixth: 6,
  septimo: 7,
  septima: 7,
  seventh: 7,
  octavo: 8,
  octava: 8,
  eighth: 8,
  noveno: 9,
  novena: 9,
  ninth: 9,
  decimo: 10,
  decima: 10,
  tenth: 10,
};

const CARDINALS: Readonly<Record<string, number>> = {
  dos: 2,
  two: 2,
  tres: 3,
  three: 3,
  cuatro: 4,
  four: 4,
  cinco: 5,
  five: 5,
  seis: 6,
  six: 6,
  siete: 7,
  seven: 7,
  ocho: 8,
  eight: 8,
  nueve: 9,
  nine: 9,
  diez: 10,
  ten: 10,
  once: 11,
  eleven: 11,
  doce: 12,
  twelve: 12,
  trece: 13,
  thirteen: 13,
  catorce: 14,
  fourteen: 14,
  quince: 15,
  fifteen: 15,
  veinte: 20,
  twenty: 20,
  treinta: 30,
  thirty: 30,
  cien: 100,
  ciento: 100,
  hundred: 100,
  mil: 1000,
};

const DIGIT_ORDINAL = /^(\d{1,2})(?:[ºª]|er|ero|era|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|st|nd|rd|th)$/;
const ROMAN = /^(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** The ordinal that a folded word states (`tercer`, `3er`, `third`), as a number. */
export function ordinalValue(word: string): number | undefined {
  if (Object.hasOwn(ORDINALS, word)) return ORDINALS[word];
  const digits = DIGIT_ORDINAL.exec(word)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The number that a folded cardinal word states (`nueve`, `nine`). */
export function cardinalValue(word: string): number | undefined {
  return Object.hasOwn(CARDINALS, word) ? CARDINALS[word] : undefined;
}

/** The value of a Roman numeral up to XLIX in lower case. */
export function romanValue(word: string): number | undefined {
  if (!ROMAN.test(word)) return undefined;
  let total = 0;
  for (let index = 0; index < word.length; index++) {
    const value = ROMAN_VALUES[word[index] ?? ''] ?? 0;
    const next = ROMAN_VALUES[word[index + 1] ?? ''] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}
