import { getHolidaysForYear } from 'colombian-holidays';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How many working days have begun in Bogotá after the day of `from`, up to and including that of `to`: from
 * Friday to Monday it is one. Holidays are those of Law 51 of 1983.
 */
export function workingDaysBetween(from: Date, to: Date): number {
  let count = 0;
  const last = dayIn(to);
  for (let at = from.getTime() + DAY_MS; ; at += DAY_MS) {
    const day = dayIn(new Date(at));
    if (day > last) return count;
    if (isWorkingDay(day)) count += 1;
  }
}

/** Bogotá has no summer time, so a day is always 24 hours. */
function dayIn(date: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Bogota' }).format(date);
}

function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !getHolidaysForYear(Number(day.slice(0, 4))).some(({ celebrationDate }) => celebrationDate === day);
}
