/** The day that it is in Bogotá at a time, such as `2026-11-26`. */
export function bogotaDay(time: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Bogota' }).format(time);
}
