/** Dates without a clock, as YYYY-MM-DD: they sort as text, and no zone can move them. */

const DAY_MS = 86_400_000;

/** The date so many days later; negative is earlier. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days the second date is after the first; negative when it is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
