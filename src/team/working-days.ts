import { getHolidaysForYear } from 'colombian-holidays';
import { bogotaDay } from '../bogota-day.ts';

/** Bogotá has no summer time, so a day is always this long. */
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How many working days have begun in Bogotá after the day of `from`, up to and including that of `to`: from
 * Friday to Monday it is one. Holidays are those of Law 51 of 1983.
 */
export function workingDaysBetween(from: Date, to: Date): number {
  let count = 0;
  const last = bogotaDay(to);
  for (let at = from.getTime() + DAY_MS; ; at += DAY_MS) {
    const day = bogotaDay(new Date(at));
    if (day > last) return count;
    if (isWorkingDay(day)) count += 1;
  }
}

function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !getHolidaysForYear(Number(day.slice(0, 4))).some(({ celebrationDate }) => celebrationDate === day);
}
