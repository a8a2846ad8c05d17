import { fold } from '../language/index.ts';

const TIME = '(?:[t,\\s].*)?$';
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${TIME}`);
const WEEKDAY = '(?:[a-z]{3,9}\\.?,?\\s+)?';
const DAY_MONTH = new RegExp(
  `^${WEEKDAY}(\\d{1,2})[\\s-]+(?:de\\s+)?([a-z]{3,10})\\.?,?[\\s-]+(?:del?\\s+)?(\\d{4})${TIME}`,
);
const MONTH_DAY = new RegExp(`^${WEEKDAY}([a-z]{3,10})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})${TIME}`);

const MONTHS = [
  ['ene', 'enero', 'jan', 'january'],
  ['feb', 'febrero', 'february'],
  ['mar', 'marzo', 'march'],
  ['abr', 'abril', 'apr', 'april'],
  ['may', 'mayo'],
  ['jun', 'junio', 'june'],
  ['jul', 'julio', 'july'],
  ['ago', 'agosto', 'aug', 'august'],
  ['sep', 'sept', 'septiembre', 'setiembre', 'september'],
  ['oct', 'octubre', 'october'],
  ['nov', 'noviembre', 'november'],
  ['dic', 'diciembre', 'dec', 'december'],
];

/**
 * The ISO day (`2017-04-17`) that a date names, as it is written and in its own offset. Numbers alone are
 * read year first or day first, never month first. `undefined` when no day of the calendar is named.
 */
export function isoDay(written: string): string | undefined {
  const text = fold(written).trim();
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return day(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return day(dayFirst[3], Number(dayFirst[2]), dayFirst[1]);
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth !== null) return day(dayMonth[3], monthNumber(dayMonth[2]), dayMonth[1]);
  const monthDay = MONTH_DAY.exec(text);
  return monthDay === null ? undefined : day(monthDay[3], monthNumber(monthDay[1]), monthDay[2]);
}

function monthNumber(name = ''): number {
  return MONTHS.findIndex((names) => names.includes(name)) + 1;
}

function day(year = '', month: number, date = ''): string | undefined {
  const iso = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
